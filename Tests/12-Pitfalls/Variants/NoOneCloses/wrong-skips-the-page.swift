// wrong: goes on with the next page when one cannot be read
// rejected by: the channel closes at a page that cannot be read as stuck

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
      guard let names = try? await page(number) else { continue }
      if names.isEmpty { break }
      for name in names {
        await ships.send(name)
        left -= 1
        if left == 0 { return }
      }
    }
  }
  return ships.receiveOnly
}
