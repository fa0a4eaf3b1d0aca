// wrong: takes the second report of the quicker pilot and throws it away
// rejected by: a second report of the quicker pilot is left as wrong
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  var fromNorth: String?
  var fromSouth: String?
  var reports: [String] = []
  while !Task.isCancelled, fromNorth == nil || fromSouth == nil {
    await select {
      Receive(from: north) { report in
        if fromNorth == nil, let report { reports.append(report) }
        fromNorth = report
      }
      Receive(from: south) { report in
        if fromSouth == nil, let report { reports.append(report) }
        fromSouth = report
      }
    }
  }
  return reports
}
