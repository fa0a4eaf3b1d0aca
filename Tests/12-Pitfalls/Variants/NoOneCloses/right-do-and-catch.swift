// right: each of the three ways closes

public import Channels

/// Sends the ships of the register, page after page, until the list ends.
public func ships(
  upTo limit: Int, page: @escaping @Sendable (_ number: Int) async throws -> [String]
) -> ReceiveChannel<String> {
  let ships = Channel<String>()
  Task {
    var left = limit
    do {
      for number in 1... {
        let names = try await page(number).prefix(left)
        for name in names { await ships.send(name) }
        left -= names.count
        if names.isEmpty || left == 0 {
          ships.close()
          return
        }
      }
    } catch {
      ships.close()
    }
  }
  return ships.receiveOnly
}
