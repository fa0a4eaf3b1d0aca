// right: a loop over the channels that are left
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  var missing = [north, south]
  var reports: [String] = []
  while !missing.isEmpty {
    let (index, report) = await select {
      for (index, channel) in missing.enumerated() {
        Receive(from: channel) { (index, $0) }
      }
    }
    missing.remove(at: index)
    if let report { reports.append(report) }
  }
  return reports
}
