// right: a child for each pilot; the group hands out the reports as they come
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  await withTaskGroup { group in
    group.addTask { await north.receive() }
    group.addTask { await south.receive() }
    return await group.reduce(into: []) { reports, report in
      if let report { reports.append(report) }
    }
  }
}
