// right: two children hand their reports to an actor
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  let desk = Desk()
  async let fromNorth: Void = desk.take(north.receive())
  async let fromSouth: Void = desk.take(south.receive())
  _ = await (fromNorth, fromSouth)
  return await desk.reports
}

private actor Desk {
  var reports: [String] = []

  func take(_ report: String?) {
    if let report { reports.append(report) }
  }
}
