// wrong: south sets sail only when north is there
// rejected by: north waits for south as wrong
/// A variant of 3.3.
public func rendezvous(
  arrive: @escaping @Sendable (String) async -> Void,
  leave: @escaping @Sendable (String) async -> Void
) async {
  await arrive("north")
  await arrive("south")
  async let north: Void = leave("north")
  async let south: Void = leave("south")
  _ = await (north, south)
}
