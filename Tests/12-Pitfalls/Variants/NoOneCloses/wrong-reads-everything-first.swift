// wrong: reads the whole register before it sends a ship
// rejected by: no page is read ahead as wrong

public import Channels

/// Sends the ships of the register, page after page, until the list ends.
public func ships(
  upTo limit: Int, page: @escaping @Sendable (_ number: Int) async throws -> [String]
) -> ReceiveChannel<String> {
  let ships = Channel<String>()
  Task {
    defer { ships.close() }
    var all: [String] = []
    var number = 0
    while all.count < limit {
      number += 1
      guard let names = try? await page(number), !names.isEmpty else { break }
      all += names
    }
    for name in all.prefix(limit) { await ships.send(name) }
  }
  return ships.receiveOnly
}
