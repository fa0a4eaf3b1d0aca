// wrong: closes after a minute, whether the list has ended or not
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
      guard let names = try? await page(number) else { return }
      if names.isEmpty { break }
      for name in names {
        await ships.send(name)
        left -= 1
        if left == 0 { return }
      }
    }
  }
  Task {
    try? await Task.sleep(for: .seconds(60))
    ships.close()
  }
  return ships.receiveOnly
}
