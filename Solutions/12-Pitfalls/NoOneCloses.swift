public import Channels

/// Sends the ships of the register, page after page, until the list ends.
///
/// The pages have the numbers 1, 2, 3, …, and the first is read at once. Each later page is read as
/// soon as all ships of the page before it have been received. The ships of a page come in their
/// order. The list ends
/// - after `limit` ships; no further page is read then,
/// - before a page without ships,
/// - before a page that cannot be read: one for which `page` throws.
///
/// When the list has ended and all its ships have been received, the channel is closed at once.
/// Nothing that you started goes on after that, and no page is read twice.
///
///     // Page 1 has Gull and Tern, page 2 has Skua, page 3 is empty.
///     for await ship in ships(upTo: 10) { try await register.page($0) } { print(ship) }
///
/// - Parameters:
///   - limit: The maximum number of ships to send; at least one.
///   - page: Reads the page with this number, which may take a while.
/// - Returns: The ships, at once; reading goes on by itself until the channel is closed.
public func ships(
  upTo limit: Int, page: @escaping @Sendable (_ number: Int) async throws -> [String]
) -> ReceiveChannel<String> {
  let ships = Channel<String>()

  // `defer` closes on every way out, and only once. There are three ways: an empty page, the limit,
  // and a page that cannot be read. A close in the last line sees only the first, and on the others
  // the reader would wait forever. Go has the same line: `defer close(ships)`.
  Task {
    defer { ships.close() }
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
