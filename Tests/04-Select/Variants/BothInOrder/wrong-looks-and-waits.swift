// wrong: looks at `count` and then waits on that channel only; the report may be gone
// rejected by: others who receive from the channels get theirs as wrong
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  var missing = [north, south]
  var reports: [String] = []
  while !missing.isEmpty {
    let index: Int
    let report: String?
    if let ready = missing.firstIndex(where: { $0.count > 0 }) {
      index = ready
      report = await missing[ready].receive()
    } else {
      (index, report) =
        await select {
          Receive(from: missing[0]) { report in (0, report) }
          Receive(from: missing.count > 1 ? missing[1] : nil) { report in (1, report) }
        } ?? (0, nil)
    }
    guard let report else { return reports }
    reports.append(report)
    missing.remove(at: index)
  }
  return reports
}
