// wrong: does not close at a page without ships
// rejected by: every ship comes once, in order as deadlocked

public import Channels

/// Sends the ships of the register, page after page, until the list ends.
public func ships(
  upTo limit: Int, page: @escaping @Sendable (_ number: Int) async throws -> [String]
) -> ReceiveChannel<String> {
  let ships = Channel<String>()

  Task {
    var left = limit
    for number in 1... {
      guard let names = try? await page(number) else { return ships.close() }
      if names.isEmpty { return }
      for name in names {
        await ships.send(name)
        left -= 1
        if left == 0 { return ships.close() }
      }
    }
  }

  return ships.receiveOnly
}
