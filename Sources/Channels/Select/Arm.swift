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
  private let operations: ArmOperations
  /// How the case has ended.
  @usableFromInline var outcome = Outcome.waiting

  @usableFromInline init(
    address: UInt, resource: Resource, verb: Probe.Operation.Verb, operations: ArmOperations
  ) {
    self.address = address
    self.resource = resource
    self.verb = verb
    self.operations = operations
  }

  /// Runs `body` with the channel locked.
  final func locked(_ body: () -> Void) { operations.locked(self, body) }
  /// Locked: uses the lock that `other` holds on the same channel while `body` runs.
  final func sharing(_ other: Arm, _ body: () -> Void) { operations.sharing(self, other, body) }
  /// Locked: whether `takeTurn` would succeed.
  final func isReady() -> Bool { operations.isReady(self) }
  /// Locked: sends or receives, and says whether that was possible.
  final func takeTurn() -> Bool { operations.takeTurn(self) }
  /// Locked: stands in line as case `number` of `choice`.
  final func enqueue(for choice: Choice, _ number: Int) { operations.enqueue(self, choice, number) }
  /// Stands in line no more.
  final func leave() { operations.leave(self) }
  /// Wakes the partner of `takeTurn`, once the locks are open.
  final func wakePartner() { operations.wakePartner(self) }
  /// Describes the element that was sent or received.
  final func describeElement() -> String? { operations.describeElement(self) }
  /// Whether the arm was chosen because its channel is closed.
  final var foundClosed: Bool { outcome == .closed }
}

/// What an arm does, as functions that know the type of its elements.
///
/// Not methods to override: those of a generic class are called in their unspecialized form, which
/// looks up types at run time for each step and made a ready select ten times as slow. Functions
/// that are formed where the type is known are specialized for it.
@usableFromInline struct ArmOperations {
  @usableFromInline var locked: (Arm, () -> Void) -> Void
  @usableFromInline var sharing: (Arm, Arm, () -> Void) -> Void
  @usableFromInline var isReady: (Arm) -> Bool
  @usableFromInline var takeTurn: (Arm) -> Bool
  @usableFromInline var enqueue: (Arm, Choice, Int) -> Void
  @usableFromInline var leave: (Arm) -> Void
  @usableFromInline var wakePartner: (Arm) -> Void
  @usableFromInline var describeElement: (Arm) -> String?

  @inlinable init(
    locked: @escaping (Arm, () -> Void) -> Void,
    sharing: @escaping (Arm, Arm, () -> Void) -> Void, isReady: @escaping (Arm) -> Bool,
    takeTurn: @escaping (Arm) -> Bool, enqueue: @escaping (Arm, Choice, Int) -> Void,
    leave: @escaping (Arm) -> Void, wakePartner: @escaping (Arm) -> Void,
    describeElement: @escaping (Arm) -> String?
  ) {
    self.locked = locked
    self.sharing = sharing
    self.isReady = isReady
    self.takeTurn = takeTurn
    self.enqueue = enqueue
    self.leave = leave
    self.wakePartner = wakePartner
    self.describeElement = describeElement
  }
}
