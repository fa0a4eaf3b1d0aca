/// A small set of indices, which allocates nothing below 64.
struct IndexBits {
  private var low: UInt64 = 0
  private var high: [Int] = []

  /// How many indices there are.
  var count: Int { low.nonzeroBitCount + high.count }

  /// Adds an index, which must be greater than those before.
  mutating func insert(_ index: Int) {
    if index < 64 { low |= 1 << UInt64(index) } else { high.append(index) }
  }

  /// Takes the index that has `place` smaller ones; `nil` when there are not so many.
  mutating func remove(at place: Int) -> Int? {
    let lowCount = low.nonzeroBitCount
    if place >= lowCount {
      return place - lowCount < high.count ? high.remove(at: place - lowCount) : nil
    }
    var rest = low
    for _ in 0..<place { rest &= rest - 1 }
    let index = rest.trailingZeroBitCount
    low &= ~(1 << UInt64(index))
    return index
  }
}
