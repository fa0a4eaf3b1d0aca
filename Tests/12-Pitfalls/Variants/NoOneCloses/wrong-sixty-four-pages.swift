// wrong: reads 64 pages at most
// rejected by: every ship comes once, in order as wrong
public import Channels

public func ships(
  upTo limit: Int, page: @escaping @Sendable (_ number: Int) async throws -> [String]
) -> ReceiveChannel<String> {
  let ships = Channel<String>()

  Task {
    defer { ships.close() }
    var left = limit
    for number in 1...64 {
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
