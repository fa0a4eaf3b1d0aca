public import Probe

/// The channel side of one case of a select, whatever its elements are.
///
/// A select locks all its channels, asks the arms which of them are ready, and either lets one
/// take its turn or enqueues all. Methods marked *locked* are called only while the arm's channel
/// is locked by this select.
@usableFromInline class Arm {
  /// Orders the locks, so that two selects over the same channels cannot wait for each other.
  @usableFromInline let address: UInt
  /// What reports call the channel.
  @usableFromInline let resource: Resource
  /// What the arm does.
  @usableFromInline let verb: Probe.Operation.Verb

  @inlinable init(address: UInt, resource: Resource, verb: Probe.Operation.Verb) {
    self.address = address
    self.resource = resource
    self.verb = verb
  }

  /// Runs `body` with the channel locked.
  @usableFromInline func locked(_ body: () -> Void) { body() }
  /// Locked: uses the lock that `other` holds on the same channel while `body` runs.
  @usableFromInline func sharing(_ other: Arm, _ body: () -> Void) { body() }
  /// Locked: whether `takeTurn` would succeed.
  @usableFromInline func isReady() -> Bool { false }
  /// Locked: sends or receives, and says whether that was possible.
  @usableFromInline func takeTurn() -> Bool { false }
  /// Locked: stands in line as case `number` of `choice`.
  @usableFromInline func enqueue(for choice: Choice, _ number: Int) {}
  /// Stands in line no more.
  @usableFromInline func leave() {}
  /// Wakes the partner of `takeTurn`, once the locks are open.
  @usableFromInline func wakePartner() {}
  /// Whether the arm was chosen because its channel is closed.
  @usableFromInline var foundClosed: Bool { false }
  /// Describes the element that was sent or received.
  @usableFromInline var elementDescription: String? { nil }
}
