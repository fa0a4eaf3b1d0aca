// wrong: rests for a second before the first page
// rejected by: the channel closes at the limit as wrong

public import Channels

/// Sends the ships of the register, page after page, until the list ends.
public func ships(
  upTo limit: Int, page: @escaping @Sendable (_ number: Int) async throws -> [String]
) -> ReceiveChannel<String> {
  let ships = Channel<String>()

  Task {
    defer { ships.close() }
    try? await Task.sleep(for: .seconds(1))
    var left = limit
    for number in 1... {
      guard let names = try? await page(number), !names.isEmpty else { return }
      for name in names {
        await ships.send(name)
        left -= 1
        if left == 0 { return }
      }
    }
  }

  return ships.receiveOnly
}
