import Foundation

/// Medians of all samples of all programs, as a table.
struct BubbleTable {
  struct Figure: Codable {
    var what: String
    var configuration: String
    var median: Double
    var least: Double
    var most: Double
    var samples: Int
  }

  private let figures: [Figure]

  /// Reads lines of a figure's name, `debug` or `release`, and its value.
  init(_ lines: String) {
    var samples: [String: [String: [Double]]] = [:]
    for line in lines.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, let value = Double(fields[2]) else { continue }
      samples[fields[0], default: [:]][fields[1], default: []].append(value)
    }
    figures = Self.rows.flatMap { name, _ in
      (samples[name] ?? [:]).sorted { $0.key < $1.key }.map { configuration, values in
        let sorted = values.sorted()
        return Figure(
          what: name, configuration: configuration, median: sorted[sorted.count / 2],
          least: sorted[0], most: sorted[sorted.count - 1], samples: sorted.count)
      }
    }
  }

  private static let rows = [
    ("empty", "schedules a second: nothing"),
    ("three-tasks", "schedules a second: three tasks"),
    ("three-tasks-yield", "schedules a second: three tasks that yield once"),
    ("lost-update", "schedules a second: three tasks read and write through an actor"),
    ("exercise-ms", "50 schedules of a test like those of the course, in milliseconds"),
    ("chapter-2-ms", "50 schedules of a test with a `Mutex` and ten tasks, in milliseconds"),
    ("observed-unload", "compiled as exercises are: channels and workers, slower by percent"),
    ("observed-inspect", "compiled as exercises are: children of a group, slower by percent"),
    ("observed-count", "compiled as exercises are: work with a dictionary, slower by percent"),
    ("parallel", "12,000 bubbles side by side, bubbles a second of real time"),
    ("parallel-wrong", "of these, bubbles that went wrong"),
    ("memory-thousand", "megabytes in memory after a thousand schedules"),
    ("memory-million", "megabytes in memory after a million"),
  ]

  var markdown: String {
    var text = """
      ## What a bubble costs

      Median (least–most) of \(figures.map(\.samples).max() ?? 0) samples. Schedules and milliseconds are counted in
      processor time, so in time of one core.

      | what | release | debug |
      | --- | ---: | ---: |

      """
    for (name, title) in Self.rows {
      text += "| \(title) | \(cell(name, "release")) | \(cell(name, "debug")) |\n"
    }
    return text
  }

  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try encoder.encode(figures)
  }

  private func cell(_ name: String, _ configuration: String) -> String {
    let figure = figures.first { $0.what == name && $0.configuration == configuration }
    guard let figure else { return "–" }
    guard figure.least != figure.most else { return number(figure.median) }
    return "\(number(figure.median)) (\(number(figure.least))–\(number(figure.most)))"
  }

  private func number(_ value: Double) -> String {
    if value >= 1_000_000 {
      let thousands = Int((value / 1000).rounded())
      return "\(thousands / 1000)," + String(format: "%03d", thousands % 1000) + ",000"
    }
    if value >= 10_000 { return "\(Int((value / 1000).rounded())),000" }
    if value >= 100 || value == value.rounded() { return String(Int(value.rounded())) }
    return String(format: "%.1f", value)
  }
}
