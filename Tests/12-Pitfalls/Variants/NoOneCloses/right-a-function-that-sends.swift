// right: one function sends, and the task closes when it has returned

public import Channels

/// Sends the ships of the register, page after page, until the list ends.
public func ships(
  upTo limit: Int, page: @escaping @Sendable (_ number: Int) async throws -> [String]
) -> ReceiveChannel<String> {
  let ships = Channel<String>()
  Task {
    await sendShips(to: ships.sendOnly, upTo: limit, page: page)
    ships.close()
  }
  return ships.receiveOnly
}

private func sendShips(
  to ships: SendChannel<String>, upTo limit: Int,
  page: @Sendable (_ number: Int) async throws -> [String]
) async {
  var left = limit
  var number = 1
  while left > 0, let names = try? await page(number), !names.isEmpty {
    for name in names.prefix(left) { await ships.send(name) }
    left -= names.count
    number += 1
  }
}
