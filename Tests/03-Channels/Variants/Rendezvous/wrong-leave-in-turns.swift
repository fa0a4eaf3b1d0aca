// wrong: south leaves when north has left
// rejected by: it returns when both have left as wrong
/// A variant of 3.3.
public func rendezvous(
  arrive: @escaping @Sendable (String) async -> Void,
  leave: @escaping @Sendable (String) async -> Void
) async {
  async let north: Void = arrive("north")
  async let south: Void = arrive("south")
  _ = await (north, south)
  await leave("north")
  await leave("south")
}
