import Foundation
import Measure

/// Measures every shape once, or turns the lines of many such runs into tables.
///
/// A line has a shape, a library, nanoseconds and allocations per operation. `run.sh` calls this many
/// times, in turn with the others.
///
///     benchmarks sample [--unobserved] [shape…]
///     benchmarks report samples.tsv results.md results.json
@main struct Benchmarks {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    // Not on the main actor, where each operation would measure the way there and back.
    await Task.detached {
      switch arguments.first {
      case "sample": await sample(Array(arguments.dropFirst()))
      case "report" where arguments.count == 4: report(arguments[1], arguments[2], arguments[3])
      default: print("benchmarks sample [--unobserved] [shape…] | report samples markdown json")
      }
    }.value
  }

  private static func sample(_ arguments: [String]) async {
    let isUnobserved = arguments.contains("--unobserved")
    let names = arguments.filter { !$0.hasPrefix("--") }
    for shape in Shape.all where names.isEmpty || names.contains(shape.name) {
      for entry in shape.entries where !isUnobserved || entry.library == .channels {
        let library = isUnobserved ? Library.unobserved : entry.library
        await entry.run(shape.operations / 20)
        let start = ContinuousClock.now
        await entry.run(shape.operations)
        let time = (ContinuousClock.now - start) / .nanoseconds(1)
        // Counting takes time itself, so it has a run of its own.
        measure_start()
        await entry.run(shape.operations / 10)
        measure_stop()
        let allocations = Double(measure_allocations()) / Double(shape.operations / 10)
        line(shape.name, library, time / Double(shape.operations), allocations)
      }
    }
    guard names.isEmpty, !isUnobserved else { return }
    for (name, bytes) in await Memory.sample() { line(name, .channels, bytes, 0) }
  }

  private static func line(_ name: String, _ library: Library, _ value: Double, _ count: Double) {
    print("\(name)\t\(library.rawValue)\t\(value)\t\(count)")
    fflush(nil)
  }

  private static func report(_ samples: String, _ markdown: String, _ json: String) {
    do {
      let table = ResultTable(try String(contentsOfFile: samples, encoding: .utf8))
      try table.markdown.write(toFile: markdown, atomically: true, encoding: .utf8)
      try table.json().write(to: URL(fileURLWithPath: json))
      print(table.markdown)
    } catch {
      print("no report: \(error)")
      exit(1)
    }
  }
}
