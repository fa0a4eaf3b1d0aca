import Foundation

/// Measures every program once, or turns the lines of many such runs into a table.
///
/// A line has a program, `debug` or `release`, and a figure. `run.sh` calls this many times, in turn.
///
///     bubbles sample [program…]
///     bubbles report samples.tsv bubble.md bubble.json
@main struct Bubbles {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    // Not on the main actor, so that the programs start as those of tests do.
    await Task.detached {
      switch arguments.first {
      case "sample": await sample(Array(arguments.dropFirst()))
      case "report" where arguments.count == 4: report(arguments[1], arguments[2], arguments[3])
      default: print("bubbles sample [program…] | report samples markdown json")
      }
    }.value
  }

  private static func sample(_ names: [String]) async {
    for program in Program.all where names.isEmpty || names.contains(program.name) {
      for (figure, value) in await program.measure() {
        print("\(figure)\t\(configuration)\t\(value)")
        fflush(nil)
      }
    }
  }

  private static var configuration: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }

  private static func report(_ samples: String, _ markdown: String, _ json: String) {
    do {
      let table = BubbleTable(try String(contentsOfFile: samples, encoding: .utf8))
      try table.markdown.write(toFile: markdown, atomically: true, encoding: .utf8)
      try table.json().write(to: URL(fileURLWithPath: json))
      print(table.markdown)
    } catch {
      print("no report: \(error)")
      exit(1)
    }
  }
}
