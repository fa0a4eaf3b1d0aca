import Foundation

/// Medians of all samples, as tables.
struct ResultTable {
  struct Figure: Codable {
    var median: Double
    var least: Double
    var most: Double
    var samples: Int
    var allocations: Double
  }

  private(set) var figures: [String: [Library: Figure]] = [:]

  /// Reads lines of shape, library, nanoseconds and allocations.
  init(_ lines: String) {
    var samples: [String: [Library: [(Double, Double)]]] = [:]
    for line in lines.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 4, let library = Library(rawValue: fields[1]),
        let value = Double(fields[2]), let allocations = Double(fields[3])
      else { continue }
      samples[fields[0], default: [:]][library, default: []].append((value, allocations))
    }
    figures = samples.mapValues { $0.mapValues(Figure.init) }
  }

  func json() throws -> Data {
    struct Row: Codable {
      var shape: String
      var library: String
      var nanoseconds: Figure
    }
    let rows = figures.flatMap { shape, byLibrary in
      byLibrary.map { Row(shape: shape, library: $0.rawValue, nanoseconds: $1) }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try encoder.encode(rows.sorted { ($0.shape, $0.library) < ($1.shape, $1.library) })
  }

  var markdown: String {
    let columns: [Library] = [.channels, .asyncChannel, .asyncStream, .actorQueue, .go]
    var text = """
      ## Nanoseconds per operation

      Median (least–most) of \(sampleCount) interleaved samples. In brackets: how many times as long as `Channels`.
      The last column: how many times as long `Channels` takes as Go.

      | shape | \(columns.map(\.rawValue).joined(separator: " | ")) | × Go |
      | --- |\(columns.map { _ in " ---: |" }.joined()) ---: |

      """
    for shape in Shape.all where figures[shape.name]?[.channels] != nil {
      let cells = columns.map { cell(shape.name, $0) }
      text += "| \(shape.title) | \(cells.joined(separator: " | ")) | \(timesGo(shape.name)) |\n"
    }
    text += runtime
    text += """

      ## Being observable, and allocations

      `Unobserved` is the same library built without its look at the observer.

      | shape | Channels | unobserved | ratio | allocations per operation |
      | --- | ---: | ---: | ---: | ---: |

      """
    for shape in Shape.all {
      guard let channels = figures[shape.name]?[.channels] else { continue }
      let unobserved = figures[shape.name]?[.unobserved]
      let ratio = unobserved.map { number(channels.median / $0.median) } ?? "–"
      text += "| \(shape.title) | \(number(channels.median)) "
      text += "| \(unobserved.map { number($0.median) } ?? "–") | \(ratio) "
      text += "| \(number(channels.allocations)) |\n"
    }
    text += "\n## Memory\n\n| what | bytes |\n| --- | ---: |\n"
    for (name, title) in Self.memory {
      for library in [Library.channels, .go] {
        guard let figure = figures[name]?[library] else { continue }
        text += "| \(title), \(library.rawValue) | \(number(figure.median)) |\n"
      }
    }
    return text
  }

  private static let memory = [
    ("idle-channel", "an unbuffered channel that nobody uses"),
    ("idle-channel-8", "a channel with a buffer of 8 integers that nobody uses"),
    ("waiting-receiver", "a task that waits to receive, task and all"),
    ("bare-waiting-task", "a task that waits for a bare continuation, task and all"),
  ]

  /// What the runtime takes by itself, and how close to it the shapes are in which tasks must wait.
  private var runtime: String {
    var text = "\n## The Swift runtime alone\n\n| what | nanoseconds |\n| --- | ---: |\n"
    for shape in Shape.switches {
      text += "| \(shape.title) | \(cell(shape.name, .runtime)) |\n"
    }
    guard let baton = figures["baton"]?[.runtime]?.median else { return text }
    text += """

      A round trip by bare continuations wakes two tasks; no channel that must wake a task can be faster.

      | shape | wakes at least | times as long as that many bare wake-ups |
      | --- | ---: | ---: |

      """
    for (name, wakes) in [("ping-pong", 2.0), ("unbuffered-1-1", 1), ("select-waiting", 1)] {
      guard let ours = figures[name]?[.channels]?.median,
        let title = Shape.all.first(where: { $0.name == name })?.title
      else { continue }
      text += "| \(title) | \(Int(wakes)) | \(number(ours / (baton / 2 * wakes))) |\n"
    }
    return text
  }

  private func timesGo(_ shape: String) -> String {
    guard let ours = figures[shape]?[.channels], let go = figures[shape]?[.go] else { return "–" }
    return number(ours.median / go.median)
  }

  private var sampleCount: Int {
    figures.values.compactMap { $0[.channels]?.samples }.max() ?? 0
  }

  private func cell(_ shape: String, _ library: Library) -> String {
    guard let figure = figures[shape]?[library] else { return "–" }
    let text = "\(number(figure.median)) (\(number(figure.least))–\(number(figure.most)))"
    guard library != .channels, let ours = figures[shape]?[.channels] else { return text }
    return "\(text) [\(number(figure.median / ours.median)) ×]"
  }

  private func number(_ value: Double) -> String {
    if value >= 100 { return String(Int(value.rounded())) }
    return String(format: value >= 10 ? "%.1f" : "%.2f", value)
  }
}

extension ResultTable.Figure {
  init(_ samples: [(Double, Double)]) {
    let values = samples.map(\.0).sorted()
    self.init(
      median: values[values.count / 2], least: values.first ?? 0, most: values.last ?? 0,
      samples: values.count, allocations: samples.map(\.1).sorted()[samples.count / 2])
  }
}
