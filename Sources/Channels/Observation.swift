public import Probe

extension Origin {
  /// The origin of a channel or wait group that is made now at `place`; `nil` without an observer.
  @inlinable static func current(_ place: CallSite) -> Origin? {
    guard let observer = Observer.current else { return nil }
    return Origin(place, observer: observer.id)
  }
}

extension Observer {
  /// Reports each resource that was made under another observer, such as a channel in a global.
  ///
  /// A channel must stay in the bubble that made it. Otherwise its tasks would wake at moments that
  /// the schedule of the other bubble does not control.
  @usableFromInline func check(_ operation: Probe.Operation) {
    for resource in operation.resources {
      guard let origin = resource.origin, origin.observer != id else { continue }
      let words =
        "\(resource.kind) made in another run at \(origin.place.description) "
        + "is used here at \(operation.place.description)"
      misuse(.foreign(words), in: operation)
    }
  }
}

/// Tells the test harness that a resource made under an observer is used where there is none.
///
/// A channel that outlives its bubble wakes tasks at moments that no schedule controls.
@usableFromInline @inline(never) func checkOutside(_ operation: Probe.Operation) {
  if operation.resources.contains(where: { $0.origin != nil }) { Observer.usedOutside?(operation) }
}

extension CallSite {
  /// The place as compilers print it: `Chapter03Channels/Ping.swift:9`.
  @usableFromInline var description: String { "\(fileID):\(line)" }
}

/// Reports a misuse to the observer, or traps with the same message when there is none.
@usableFromInline @inline(never)
func misuse(_ misuse: Misuse, in operation: Probe.Operation) {
  guard let observer = Observer.current else {
    fatalError(misuse.message, file: operation.place.fileID, line: operation.place.line)
  }
  observer.misuse(misuse, in: operation)
}
