// wrong: notices the limit when it has read another page
// rejected by: the channel closes at the limit as wrong

public import Channels

/// Sends the ships of the register, page after page, until the list ends.
public func ships(
  upTo limit: Int, page: @escaping @Sendable (_ number: Int) async throws -> [String]
) -> ReceiveChannel<String> {
  let ships = Channel<String>()
  Task {
    defer { ships.close() }
    var left = limit
    for number in 1... {
      guard let names = try? await page(number), !names.isEmpty, left > 0 else { return }
      for name in names.prefix(left) { await ships.send(name) }
      left -= names.count
    }
  }
  return ships.receiveOnly
}
