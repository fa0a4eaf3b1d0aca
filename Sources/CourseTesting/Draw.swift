/// Draws numbers for a test: many, so that no answer can know them by heart, and the same in every run.
///
///     var draw = Draw(seed: 8)
///     let loads = draw.numbers(20, in: 1...9)
public struct Draw: Sendable {
  private var state: UInt64

  /// Starts a row of numbers.
  ///
  /// - Parameter seed: Equal seeds give equal rows.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  ///
  /// - Parameter range: Where it lies, both ends included.
  /// - Returns: The number.
  public mutating func number(in range: ClosedRange<Int>) -> Int {
    // Knuth's linear congruential generator (MMIX); its upper bits are the good ones.
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int(state >> 33) % range.count
  }

  /// The next numbers; some may be equal.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - range: Where they lie, both ends included.
  /// - Returns: The numbers, in the order in which they were drawn.
  public mutating func numbers(_ count: Int, in range: ClosedRange<Int>) -> [Int] {
    (0..<count).map { _ in number(in: range) }
  }
}
