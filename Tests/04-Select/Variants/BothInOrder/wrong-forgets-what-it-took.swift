// wrong: a report that was taken when the caller is cancelled is neither returned nor left
// rejected by: cancelling the caller returns what is there as wrong
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  await withTaskGroup(of: String?.self) { group in
    group.addTask { await north.receive() }
    group.addTask { await south.receive() }
    var reports: [String] = []
    for await report in group {
      guard let report, !Task.isCancelled else { break }
      reports.append(report)
    }
    return reports
  }
}
