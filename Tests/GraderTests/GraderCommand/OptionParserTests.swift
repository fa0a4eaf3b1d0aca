import Testing

@testable import GraderCommand
@testable import GraderFormats
@testable import Grading

@Suite("options") struct OptionParserTests {
  @Test func `paths and options may come in any order`() throws {
    let options = try OptionParser.parse([
      "alice", "-o", "report", "--jobs=3", "bob", "--require", "72.5", "--sandbox", "none",
    ])

    #expect(options.paths == ["alice", "bob"])
    #expect(options.output == "report")
    #expect(options.jobs == 3)
    #expect(options.require == 72.5)
    #expect(options.sandbox == .none)
  }

  @Test func `a short option and its value may be one word`() throws {
    let options = try OptionParser.parse(["-j4", "-oreport", "alice"])

    #expect(options.jobs == 4)
    #expect(options.output == "report")
  }

  @Test func `a bare number asks for a chapter or an exercise`() throws {
    #expect(try OptionParser.parse(["3"]).selection.chapter == 3)
    #expect(try OptionParser.parse(["3.2", "--schedule", "r17"]).selection.exercise == "3.2")
    #expect(try OptionParser.parse(["--", "3"]).paths == ["3"])
  }

  @Test func `mutants belong to the course check, and may be those of one exercise`() throws {
    let options = try OptionParser.parse(["--check-course", "--mutants", "3.4"])

    #expect(
      options.command == .checkCourse && options.mutates && options.selection.exercise == "3.4")
    #expect(try !OptionParser.parse(["--check-course"]).mutates)
  }

  @Test func `hints begin with the nudge`() throws {
    #expect(try OptionParser.parse(["hint", "3.1"]).command == .hint(exercise: "3.1", number: 1))
    #expect(
      try OptionParser.parse(["hint", "3.1", "3"]).command == .hint(exercise: "3.1", number: 3))
  }

  @Test(arguments: [
    (["--ouput", "x"], "unknown option --ouput: did you mean --output?"),
    (["--check"], "unknown option --check: see ./grade.sh --help"),
    (["--chek-course"], "unknown option --chek-course: did you mean --check-course?"),
    (["-x"], "unknown option -x: see ./grade.sh --help"),
    (["--jobs"], "--jobs needs a value: see ./grade.sh --help"),
    (["--jobs", "none"], "--jobs needs a number above 0, not \"none\""),
    (["--require", "101"], "--require needs a percentage from 0 to 100, not \"101\""),
    (["--sandbox", "docker"], "--sandbox accepts auto, bwrap, none, not \"docker\""),
    (["--exercise", "three"], "\"three\" is not an exercise: write it as in 3.1"),
    (["--resume=yes", "-o", "x"], "--resume takes no value"),
    (["class", "-o", "--resume"], "-o needs a value, and --resume is an option"),
    (["class", "-o", ""], "-o needs a value: see ./grade.sh --help"),
    (["class", "--export", "gradescope"], "--export needs -o DIR: the exports are written there"),
    (
      ["3.1", "--shard", "1/3"],
      "--shard needs the submissions, as in ./grade.sh submissions/ --shard 2/3"
    ),
    (["3", "2"], "3 and 2: give one chapter, or no number for all of them"),
    (["3.1", "3.2"], "3.1 and 3.2: give one exercise, or its chapter"),
    (["class", "--chapter", "3", "1.1"], "exercise 1.1 is not in chapter 3: give one of them"),
    (
      ["merge", "a", "b", "-o", "c", "--chapter", "3"],
      "merge only merges results: give this option to the runs before it"
    ),
    (
      ["3.4", "--mutants"],
      "--mutants is for --check-course: ./grade.sh --check-course --mutants 3.4"
    ),
    (["hint"], "hint needs an exercise, as in ./grade.sh hint 3.1 2"),
    (["hint", "3.1", "4"], "4 is not a hint: choose 1 (nudge), 2 (pointer) or 3 (shape)"),
  ])
  func `a mistake is named with its remedy`(arguments: [String], message: String) {
    #expect(throws: UsageError(message)) { try OptionParser.parse(arguments) }
  }

  @Test(arguments: ["f", "l", "r17", "p17.3.40", "x", "x2-1", "x12-1.40-2"])
  func `a schedule is taken as a failure names it`(schedule: String) throws {
    #expect(try OptionParser.parse(["3.1", "--schedule", schedule]).selection.schedule == schedule)
  }

  @Test(arguments: [
    "garbage", "x2", "x2-", "x2-1.", "r", "r-1", "r99999999999999999999", "p1.2", "p1.0.3", "F",
    "x 2-1",
    "x2-0", "x5-1.2-1",
  ])
  func `what is not a schedule costs no one a point`(schedule: String) {
    let message =
      "\"\(schedule)\" is not a schedule: copy it from a failure, as in --schedule x2-1"
    #expect(throws: UsageError(message)) {
      try OptionParser.parse(["3.1", "--schedule", schedule])
    }
  }
}
