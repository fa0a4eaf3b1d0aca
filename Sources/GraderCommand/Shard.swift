import GraderFormats

/// One of several equal parts of a class, so that several machines can share the work.
struct Shard: Equatable, CustomStringConvertible {
  var number: Int
  var count: Int

  /// Reads `2/3`: the second of three parts.
  ///
  /// - Throws: `UsageError` when it is something else.
  init(_ text: String) throws {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], count > 0,
      (1...count).contains(number)
    else { throw UsageError("--shard needs a part such as 2/3, not \"\(text)\"") }
    self.number = number
    self.count = count
  }

  var description: String { "\(number)/\(count)" }

  /// The elements of this part; each belongs to exactly one.
  func part<Element>(of all: [Element]) -> [Element] {
    all.enumerated().filter { $0.offset % count == number - 1 }.map(\.element)
  }
}
