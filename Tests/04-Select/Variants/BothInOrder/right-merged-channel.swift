// right: two children that send to one channel
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  let merged = Channel<String>(capacity: 2)
  await withDiscardingTaskGroup { group in
    for pilot in [north, south] {
      group.addTask {
        if let report = await pilot.receive() { await merged.send(report) }
      }
    }
  }
  merged.close()
  var reports: [String] = []
  while case .element(let report) = merged.tryReceive() { reports.append(report) }
  return reports
}
