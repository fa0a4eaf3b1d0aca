// wrong: sees a report of each pilot and then takes both; one may be gone
// rejected by: of the reports that are there it takes one from each as wrong
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  if north.count > 0, south.count > 0 {
    return [north.tryReceive(), south.tryReceive()].compactMap { received in
      if case .element(let report) = received { report } else { nil }
    }
  }
  var missingNorth: Channel<String>? = north
  var missingSouth: Channel<String>? = south
  var reports: [String] = []
  for _ in 1...2 {
    let report = await select {
      Receive(from: missingNorth) { report in
        missingNorth = nil
        return report
      }
      Receive(from: missingSouth) { report in
        missingSouth = nil
        return report
      }
    }
    if let report { reports.append(report) }
  }
  return reports
}
