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
  // TODO(4.2): After the first report, from which channel may you still receive?
  return []
}
