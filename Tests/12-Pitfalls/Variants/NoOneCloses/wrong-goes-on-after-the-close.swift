// wrong: goes on after the close to look at the next page
// rejected by: the channel closes at the limit as wrong

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
      for name in names.prefix(left) { await ships.send(name) }
      if left > 0, names.count >= left { ships.close() }
      left = max(0, left - names.count)
    }
    if left > 0 { ships.close() }
  }
  return ships.receiveOnly
}
