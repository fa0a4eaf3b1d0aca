// wrong: receives from north, then from south, also if south was first
// rejected by: the earlier report comes first as wrong
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  var reports: [String] = []
  if let report = await north.receive() { reports.append(report) }
  if let report = await south.receive() { reports.append(report) }
  return reports
}
