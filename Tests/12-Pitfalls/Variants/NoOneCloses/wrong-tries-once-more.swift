// wrong: reads a page again before it gives up
// rejected by: the channel closes at a page that cannot be read as wrong

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
      var names = try? await page(number)
      if names == nil { names = try? await page(number) }
      guard let names, !names.isEmpty else { return }
      for name in names {
        await ships.send(name)
        left -= 1
        if left == 0 { return }
      }
    }
  }
  return ships.receiveOnly
}
