// wrong: looks at `count` and then is done with that pilot; the report may be gone
// rejected by: of the reports that are there it takes one from each as wrong
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  var missingNorth: Channel<String>? = north
  var missingSouth: Channel<String>? = south
  var reports: [String] = []
  for _ in 1...2 {
    var report: String?
    if let ready = missingNorth, ready.count > 0 {
      missingNorth = nil
      if case .element(let first) = ready.tryReceive() { report = first }
    } else if let ready = missingSouth, ready.count > 0 {
      missingSouth = nil
      if case .element(let first) = ready.tryReceive() { report = first }
    } else {
      report = await select {
        Receive(from: missingNorth) { report in
          missingNorth = nil
          return report
        }
        Receive(from: missingSouth) { report in
          missingSouth = nil
          return report
        }
      }
    }
    if let report { reports.append(report) }
  }
  return reports
}
