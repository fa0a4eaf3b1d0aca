// wrong: the same select twice, which may take two reports of one pilot
// rejected by: a second report of the quicker pilot is left as wrong
// rejected by: of the reports that are there it takes one from each as wrong
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  var reports: [String] = []
  for _ in 1...2 {
    let report = await select {
      Receive(from: north)
      Receive(from: south)
    }
    if let report { reports.append(report) }
  }
  return reports
}
