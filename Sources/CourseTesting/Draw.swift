/// Draws numbers for a test: too many for an answer to hard-code, and the same in every run.
///
///     var draw = Draw(seed: 8)
///     let loads = draw.numbers(20, in: 1...9)
public struct Draw: Sendable {
  private var state: UInt64

  /// Starts a sequence of numbers.
  ///
  /// - Parameter seed: Equal seeds give equal sequences.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  ///
  /// - Parameter range: The range to draw from, both ends included.
  /// - Returns: The number.
  public mutating func number(in range: ClosedRange<Int>) -> Int {
    // Knuth's linear congruential generator (MMIX). Only its upper bits are random enough.
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int(state >> 33) % range.count
  }

  /// The next numbers; some may be equal.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - range: The range to draw from, both ends included.
  /// - Returns: The numbers, in the order in which they were drawn.
  public mutating func numbers(_ count: Int, in range: ClosedRange<Int>) -> [Int] {
    (0..<count).map { _ in number(in: range) }
  }

  /// The next words; some are equal, and some may be empty.
  ///
  /// - Parameter count: How many.
  /// - Returns: The words, in the order in which they were drawn.
  public mutating func words(_ count: Int) -> [String] {
    let words = ["", "rice", "tea", "silk", "salt", "coal", "hops"]
    return numbers(count, in: 0...words.count - 1).map { words[$0] }
  }
}
