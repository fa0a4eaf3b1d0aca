// wrong: waits before it closes the channel at a page without ships
// rejected by: every ship comes once, in order as wrong

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
      guard let names = try? await page(number) else { return }
      if names.isEmpty {
        try? await Task.sleep(for: .seconds(1))
        return
      }
      for name in names {
        await ships.send(name)
        left -= 1
        if left == 0 { return }
      }
    }
  }
  return ships.receiveOnly
}
