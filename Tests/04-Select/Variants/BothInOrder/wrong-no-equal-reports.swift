// wrong: takes a report that is equal to the first for the same one
// rejected by: reports may be empty or equal as wrong
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  var reports: [String] = []
  var northIsMissing = true
  var southIsMissing = true
  while northIsMissing || southIsMissing {
    let report = await select {
      Receive(from: northIsMissing ? north : nil) { report in
        northIsMissing = false
        return report
      }
      Receive(from: southIsMissing ? south : nil) { report in
        southIsMissing = false
        return report
      }
    }
    if let report, !reports.contains(report) { reports.append(report) }
  }
  return reports
}
