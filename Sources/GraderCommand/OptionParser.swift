import GraderFormats
import Grading
import Reports
import RunFormats

/// Reads options from arguments, or throws one line that says what to fix.
struct OptionParser {
  /// Every option that takes a value, with its effect.
  private static let valued: [String: @Sendable (inout Options, String) throws -> Void] = [
    "--output": { $0.output = $1 },
    "--course": { $0.course = $1 },
    "--chapter": { $0.selection.chapter = try number($1, for: "--chapter") },
    "--exercise": { $0.selection.exercise = try exerciseID($1) },
    "--jobs": { $0.jobs = try number($1, for: "--jobs") },
    "--schedules": { $0.selection.schedules = try number($1, for: "--schedules") },
    "--schedule": { $0.selection.schedule = try schedule($1) },
    "--require": { $0.require = try percent($1) },
    "--shard": { $0.shard = try Shard($1) },
    "--sandbox": { $0.sandbox = try sandbox($1) },
    "--export": { $0.exports = try Export.list($1) },
    "--compare": { $0.compare = $1 },
  ]

  private static let plain: [String: @Sendable (inout Options) -> Void] = [
    "--check-course": { $0.command = .checkCourse },
    "--mutants": { $0.mutates = true },
    "--resume": { $0.resumes = true },
    "--watch": { $0.watches = true },
    "--doctor": { $0.command = .doctor },
    "--help": { $0.command = .help },
  ]

  private static let short = ["-o": "--output", "-j": "--jobs", "-h": "--help"]

  /// Reads the arguments that follow the program's name.
  ///
  /// - Throws: `UsageError` for the first argument that cannot be understood.
  static func parse(_ arguments: [String]) throws -> Options {
    var options = Options()
    var operands: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        options.paths += rest
        break
      }
      if argument.hasPrefix("-"), argument != "-" {
        try take(option: argument, from: &rest, into: &options)
      } else {
        operands.append(argument)
      }
    }
    if operands.first == "merge" {
      options.command = .merge
      options.paths += operands.dropFirst()
      guard !options.paths.isEmpty, options.output != nil else {
        throw UsageError("merge needs folders and -o, as in ./grade.sh merge part1 part2 -o report")
      }
    } else if operands.first == "hint" {
      options.command = try hint(operands.dropFirst())
    } else {
      for operand in operands { try take(operand: operand, into: &options) }
    }
    try check(options)
    return options
  }

  /// Refuses options that do not fit together, before anything is graded.
  private static func check(_ options: Options) throws {
    if options.resumes, options.output == nil {
      throw UsageError("--resume needs the -o DIR of the run that it continues")
    }
    if options.mutates, options.command != .checkCourse, options.command != .help {
      throw UsageError("--mutants is for --check-course: ./grade.sh --check-course --mutants 3.4")
    }
    if options.watches, options.command != .grade, options.command != .help {
      throw UsageError("--watch is only for grading, as in ./grade.sh 3.1 --watch")
    }
    if !options.exports.isEmpty, options.output == nil {
      throw UsageError("--export needs -o DIR: the exports are written there")
    }
    if options.shard != nil, options.command == .grade, options.paths.isEmpty {
      throw UsageError("--shard needs the submissions, as in ./grade.sh submissions/ --shard 2/3")
    }
    if let chapter = options.selection.chapter, let exercise = options.selection.exercise,
      !exercise.hasPrefix("\(chapter).")
    {
      throw UsageError("exercise \(exercise) is not in chapter \(chapter): give one of them")
    }
    if options.command == .merge,
      !options.selection.isEverything || options.shard != nil || options.resumes
    {
      throw UsageError("merge only merges results: give this option to the runs before it")
    }
  }

  private static func take(
    option argument: String, from rest: inout ArraySlice<String>, into options: inout Options
  ) throws {
    // `-j4` is `-j 4`.
    if argument.count > 2, let long = short[String(argument.prefix(2))] {
      let value = argument.dropFirst(2)
      return try take(
        option: "\(long)=\(value.hasPrefix("=") ? value.dropFirst() : value)", from: &rest,
        into: &options)
    }
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = short[String(parts[0])] ?? String(parts[0])
    if let apply = plain[name], parts.count == 1 {
      apply(&options)
    } else if let apply = valued[name] {
      let inline = parts.count == 2 ? String(parts[1]) : nil
      guard let value = inline ?? rest.popFirst(), !value.isEmpty else {
        throw UsageError("\(argument) needs a value: see ./grade.sh --help")
      }
      // Otherwise `-o --resume` would make a folder of that name.
      if inline == nil, isOption(value) {
        throw UsageError("\(argument) needs a value, and \(value) is an option")
      }
      try apply(&options, value)
    } else if plain[name] != nil {
      throw UsageError("\(name) takes no value")
    } else {
      throw UsageError(unknown(argument))
    }
  }

  private static func isOption(_ word: String) -> Bool {
    let name = word.prefix { $0 != "=" }
    return plain[String(name)] != nil || valued[String(name)] != nil || short[String(name)] != nil
  }

  /// A bare `3` or `3.2` is a chapter or an exercise; everything else is a path.
  private static func take(operand: String, into options: inout Options) throws {
    if let number = Int(operand), number > 0 {
      if let other = options.selection.chapter, other != number {
        throw UsageError("\(other) and \(number): give one chapter, or no number for all of them")
      }
      options.selection.chapter = number
    } else if (try? exerciseID(operand)) != nil {
      if let other = options.selection.exercise, other != operand {
        throw UsageError("\(other) and \(operand): give one exercise, or its chapter")
      }
      options.selection.exercise = operand
    } else {
      options.paths.append(operand)
    }
  }

  private static func hint(_ operands: ArraySlice<String>) throws -> Options.Command {
    let operands = Array(operands)
    guard let first = operands.first, operands.count <= 2 else {
      throw UsageError("hint needs an exercise, as in ./grade.sh hint 3.1 2")
    }
    let number = operands.count == 2 ? Int(operands[1]) : 1
    guard let number, (1...3).contains(number) else {
      throw UsageError("\(operands[1]) is not a hint: choose 1 (nudge), 2 (pointer) or 3 (shape)")
    }
    return .hint(exercise: try exerciseID(first), number: number)
  }

  private static func unknown(_ argument: String) -> String {
    let known = plain.keys.sorted() + valued.keys.sorted() + ["hint", "merge"]
    let near = known.map { (EditDistance.between(argument, $0), $0) }.min { $0 < $1 }
    if let near, near.0 <= max(2, near.1.count / 3) {
      return "unknown option \(argument): did you mean \(near.1)?"
    }
    return "unknown option \(argument): see ./grade.sh --help"
  }

  private static func number(_ text: String, for option: String) throws -> Int {
    guard let number = Int(text), number > 0 else {
      throw UsageError("\(option) needs a number above 0, not \"\(text)\"")
    }
    return number
  }

  private static func percent(_ text: String) throws -> Double {
    guard let percent = Double(text), (0...100).contains(percent) else {
      throw UsageError("--require needs a percentage from 0 to 100, not \"\(text)\"")
    }
    return percent
  }

  /// A schedule in the short form that `Bubble` prints.
  ///
  /// A test that cannot read its schedule crashes, so a typing mistake would cost points.
  private static func schedule(_ text: String) throws -> String {
    guard Schedule(text) != nil else {
      throw UsageError(
        "\"\(text)\" is not a schedule: copy it from a failure, as in --schedule x2-1")
    }
    return text
  }

  private static func exerciseID(_ text: String) throws -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ Int($0).map { $0 > 0 } ?? false }) else {
      throw UsageError("\"\(text)\" is not an exercise: write it as in 3.1")
    }
    return text
  }

  private static func sandbox(_ text: String) throws -> Sandbox.Choice {
    guard let choice = Sandbox.Choice(rawValue: text) else {
      let choices = Sandbox.Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError("--sandbox accepts \(choices), not \"\(text)\"")
    }
    return choice
  }
}
