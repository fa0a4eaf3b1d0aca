public import Channels

/// Collects one report from each of two pilots, in the order in which the reports arrive.
///
/// Takes exactly one report from `north` and one from `south`, and returns as soon as it has both.
/// Reports may be empty, and the two may be equal. If the quicker pilot sends a second report, that
/// report stays on its channel for another receiver, no matter how early it comes. If both reports
/// are there when the call begins, or arrive at the same moment, either order is right.
///
/// Once the caller is cancelled, the call does not wait any longer: it returns at once with the
/// reports it has. A report that comes at that moment is either returned or left on its channel.
/// Neither channel is closed in this exercise. Nothing that you start outlives the call.
///
///     // north: "clear" after 4 s, "rain" after 5 s; south: "calm" after 7 s
///     await bothReports(north, south)   // ["clear", "calm"], after 7 s; "rain" is left
///
/// - Parameters:
///   - north: Where one pilot sends.
///   - south: Where the other pilot sends.
/// - Returns: One report from each pilot, the earlier one first.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  var missingNorth: Channel<String>? = north
  var missingSouth: Channel<String>? = south
  var reports: [String] = []
  for _ in 1...2 {
    // The pilot who has reported is set to `nil`, and a `nil` case is never ready. With the same
    // two cases both times, as in the Go notes, the quicker pilot may be chosen twice.
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
