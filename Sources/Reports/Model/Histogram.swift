/// The number of submissions in each of ten ranges of points.
struct Histogram: Equatable {
  struct Bar: Equatable {
    var label: String
    var count: Int
  }

  var bars: [Bar]

  /// Counts percentages; the last range includes 100 %.
  init(percents: [Double]) {
    var counts = Array(repeating: 0, count: 10)
    for percent in percents { counts[min(9, max(0, Int(percent / 10)))] += 1 }
    bars = counts.enumerated().map { step, count in
      Bar(label: step == 9 ? "90–100" : "\(step * 10)–\(step * 10 + 9)", count: count)
    }
  }

  /// The height of the tallest bar, at least 1.
  var tallest: Int { max(1, bars.map(\.count).max() ?? 1) }
}
