// right: a group waits for the sender, and then its parent closes

public import Channels

/// Sends the ships of the register, page after page, until the list ends.
public func ships(
  upTo limit: Int, page: @escaping @Sendable (_ number: Int) async throws -> [String]
) -> ReceiveChannel<String> {
  let ships = Channel<String>()
  Task {
    await withDiscardingTaskGroup { group in
      group.addTask {
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
    }
    ships.close()
  }
  return ships.receiveOnly
}
