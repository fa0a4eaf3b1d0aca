// wrong: after a cancelled wait for the south, receives from the north once more
// rejected by: cancelling the caller returns what is there as wrong
public import Channels

public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  var reports: [String] = []
  let isFromNorth = await select {
    Receive(from: north) { report in
      reports += [report].compactMap { $0 }
      return true
    }
    Receive(from: south) { report in
      reports += [report].compactMap { $0 }
      return false
    }
  }
  if isFromNorth, let report = await south.receive() {
    reports.append(report)
  } else if let report = await north.receive() {
    reports.append(report)
  }
  return reports
}
