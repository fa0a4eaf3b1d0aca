// wrong: keeps receiving from a pilot whose report was empty
// rejected by: a second report of the quicker pilot is left as wrong

public import Channels

public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  var fromNorth = ""
  var fromSouth = ""
  var reports: [String] = []
  while reports.count < 2 {
    let report: String? = await select {
      Receive(from: fromNorth.isEmpty ? north : nil) { report in
        fromNorth = report ?? ""
        return report
      }
      Receive(from: fromSouth.isEmpty ? south : nil) { report in
        fromSouth = report ?? ""
        return report
      }
    }
    guard let report else { break }
    reports.append(report)
  }
  return reports
}
