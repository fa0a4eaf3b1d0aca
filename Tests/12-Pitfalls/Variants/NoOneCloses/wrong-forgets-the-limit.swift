// wrong: closes at a page that cannot be read, and not at the limit
// rejected by: the channel closes at the limit as deadlocked

public import Channels

/// Sends the ships of the register, page after page, until the list ends.
public func ships(
  upTo limit: Int, page: @escaping @Sendable (_ number: Int) async throws -> [String]
) -> ReceiveChannel<String> {
  let ships = Channel<String>()
  Task {
    var left = limit
    for number in 1... {
      guard let names = try? await page(number), !names.isEmpty else { break }
      for name in names {
        await ships.send(name)
        left -= 1
        if left == 0 { return }
      }
    }
    ships.close()
  }
  return ships.receiveOnly
}
