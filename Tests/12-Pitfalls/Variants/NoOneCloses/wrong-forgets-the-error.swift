// wrong: closes at the limit, and not at a page that cannot be read
// rejected by: the channel closes at a page that cannot be read as deadlocked

public import Channels

/// Sends the ships of the register, page after page, until the list ends.
public func ships(
  upTo limit: Int, page: @escaping @Sendable (_ number: Int) async throws -> [String]
) -> ReceiveChannel<String> {
  let ships = Channel<String>()
  Task {
    var left = limit
    for number in 1... {
      guard let names = try? await page(number) else { return }
      if names.isEmpty { break }
      for name in names {
        await ships.send(name)
        left -= 1
        if left == 0 {
          ships.close()
          return
        }
      }
    }
    ships.close()
  }
  return ships.receiveOnly
}
