// wrong: throws the ships away that it has read before the error
// rejected by: the channel closes at a page that cannot be read as wrong

public import Channels

/// Sends the ships of the register, page after page, until the list ends.
public func ships(
  upTo limit: Int, page: @escaping @Sendable (_ number: Int) async throws -> [String]
) -> ReceiveChannel<String> {
  let ships = Channel<String>()
  Task {
    defer { ships.close() }
    var all: [String] = []
    var number = 1
    do {
      while all.count < limit {
        let names = try await page(number)
        if names.isEmpty { break }
        all += names
        number += 1
      }
    } catch {
      return
    }
    for name in all.prefix(limit) { await ships.send(name) }
  }
  return ships.receiveOnly
}
