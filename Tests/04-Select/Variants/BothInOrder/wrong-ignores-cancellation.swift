// wrong: raw tasks do not hear that the caller was cancelled
// rejected by: cancelling the caller returns what is there as deadlocked
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  let arrived = Channel<String>(capacity: 2)
  for channel in [north, south] {
    Task {
      if let report = await channel.receive() { await arrived.send(report) }
    }
  }
  return await Task {
    var reports: [String] = []
    for _ in 1...2 {
      if let report = await arrived.receive() { reports.append(report) }
    }
    return reports
  }.value
}
