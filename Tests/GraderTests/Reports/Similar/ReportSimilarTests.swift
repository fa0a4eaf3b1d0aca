import CourseModel
import Foundation
import Testing

@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("similar work", .enabled(if: SyntaxToolSample.isAllowed)) struct ReportSimilarTests {
  private static let stub = """
    public func weigh(_ crates: [Int]) -> Int {
      // TODO(1.1): How much?
      return 0
    }

    """

  private static let own = """
    public func weigh(_ crates: [Int]) -> Int {
      var total = 0
      for crate in crates where crate > 0 {
        total += crate // heavy
        if total > 1_000 { print("over \\(total - 1_000)"); break }
      }
      let rest = crates.filter { $0 < 0 }.map { -$0 }.sorted(by: <).prefix(3)
      switch rest.count {
      case 0: return total
      case 1: return total - (rest.first ?? 0) * 2
      default: return rest.reduce(total) { sum, next in sum - next }
      }
    }

    """

  private func staged(_ name: String, _ source: String) -> StagedSubmission {
    StagedSubmission(
      submission: Submission(name: name, source: name),
      chapters: [
        StagedChapter(
          chapter: .sample, files: ["Weigh.swift": Data(source.utf8)],
          started: source == Self.stub ? [] : ["1.1"])
      ], ignored: [])
  }

  private func fingerprints(
    _ sources: [String: String], stub: String = Self.stub
  ) throws -> Fingerprints {
    let staged = sources.map { self.staged($0.key, $0.value) }
    return try SyntaxToolSample.ask { reader, folder in
      try Fingerprints(
        staged, of: .sample, stubs: ["01-Cargo": ["Weigh.swift": Data(stub.utf8)]], by: reader,
        in: folder)
    }
  }

  private func groups(
    _ sources: [String: String], stub: String = Self.stub
  ) throws -> [SimilarGroup] {
    Likeness(try fingerprints(sources, stub: stub)).groups
  }

  private var renamed: String {
    var text = "/* mine /* all mine */ */\n" + Self.own
    for (old, new) in [("total", "summe"), ("crate ", "kiste "), ("rest", "übrig")] {
      text = text.replacing(old, with: new)
    }
    return text.replacing("\n      ", with: "\n\t")
  }

  @Test func `names, comments and layout do not hide a copy`() throws {
    #expect(
      try groups(["anna": Self.own, "bo": renamed]) == [
        SimilarGroup(names: ["anna", "bo"], percent: 100, exercises: ["1.1"])
      ])
  }

  @Test func `other code is no copy`() throws {
    let other = """
      public func weigh(_ crates: [Int]) -> Int {
        guard let first = crates.first else { return 0 }
        func add(_ index: Int, _ sum: Int) -> Int {
          index < crates.count ? add(index + 1, sum + max(0, crates[index])) : sum
        }
        let limit = 1_000
        let all = add(1, first)
        return all > limit ? limit : all - crates.filter { $0 < 0 }.count * 2
      }
      """

    #expect(try groups(["anna": Self.own, "bo": other]) == [])
  }

  @Test func `functions that are added do not hide a copy`() throws {
    let junk = (1...9).map { number in
      """
      private func spare\(number)(_ a: [String]) -> [Int: String] {
        var b: [Int: String] = [:]
        while let c = a.last, b[c.count] == nil { b[c.count * \(number)] = c + "\(number)" }
        return b.filter { $0.key % \(number) == 0 }
      }

      """
    }
    let padded = junk[..<5].joined() + Self.own + junk[5...].joined()

    #expect(try groups(["anna": Self.own, "bo": padded]).map(\.names) == [["anna", "bo"]])
  }

  @Test func `short answers say nothing`() throws {
    let short = Self.stub.replacing("return 0", with: "return crates.reduce(0, +)")

    #expect(try groups(["anna": short, "bo": short]) == [])
    #expect(try groups(["anna": Self.stub, "bo": Self.stub]) == [])
  }

  @Test func `what the stub brings along is no one's`() throws {
    let more = Self.own + "let limit = 1_000\n"

    #expect(try groups(["anna": more, "bo": more], stub: Self.own) == [])
    #expect(try groups(["anna": more, "bo": more]).count == 1)
  }

  @Test(arguments: [3, 6, 40])
  func `a group may be of any size`(count: Int) throws {
    let names = (10..<10 + count).map { "s\($0)" }
    let sources = Dictionary(uniqueKeysWithValues: names.map { ($0, Self.own) })

    #expect(
      try groups(sources) == [SimilarGroup(names: names, percent: 100, exercises: ["1.1"])])
  }

  @Test func `what many wrote alike tells no one apart, unless it is long`() {
    func groups(_ count: Int, numbers: Int) -> [SimilarGroup] {
      let code = ["1.1": (0..<UInt32(numbers)).map { $0 &* 7_919 }]
      let class6 = Dictionary(uniqueKeysWithValues: (1...count).map { ("s\($0)", code) })
      return Likeness(Fingerprints(class6)).groups
    }

    #expect(groups(6, numbers: Likeness.longCode - 1) == [])
    #expect(groups(5, numbers: Likeness.longCode - 1).count == 1)
    #expect(groups(6, numbers: Likeness.longCode).count == 1)
  }

  @Test func `of long code a tenth may differ, and no more`() {
    func groups(shared: UInt32) -> [SimilarGroup] {
      let one = (0..<100).map { UInt32($0) &* 7_919 }
      let other = one[..<Int(shared)] + (0..<UInt32(300)).map { 1_000_000 + $0 &* 104_729 }
      return Likeness(Fingerprints(["anna": ["1.1": one], "bo": ["1.1": Array(other)]])).groups
    }

    #expect(groups(shared: 90).map(\.percent) == [90])
    #expect(groups(shared: 89) == [])
  }

  @Test func `the same as the sample answer is said`() {
    let code = (0..<UInt32(40)).map { $0 &* 7_919 }
    let fingerprints = Fingerprints(
      ["anna": ["1.1": code, "1.10": code, "1.2": code], "bo": ["1.1": code.map { $0 + 1 }]],
      samples: ["1.1": code, "1.10": code, "1.2": Array(code.prefix(19))])

    #expect(
      Likeness(fingerprints).sampleCopies == [SampleCopy(name: "anna", exercises: ["1.1", "1.10"])])
  }

  @Test func `the order of the class changes nothing`() throws {
    let sources = ["c": Self.own, "a": renamed, "b": Self.own]

    #expect(try groups(sources).map(\.names) == [["a", "b", "c"]])
  }

  @Test func `fingerprints come back from their file as they were, and merge`() throws {
    let all = try fingerprints(["anna": Self.own, "bo": renamed])
    var parts = try fingerprints(["bo": renamed])

    parts.merge(try fingerprints(["anna": Self.own]))
    let decoded = try JSONDecoder().decode(
      Fingerprints.self, from: Data(JSONText.bytes(parts)))

    #expect(parts == all)
    #expect(decoded == all)
  }

  @Test(arguments: [
    ("let a = 1", "var b = 1", false), ("let a = 1", "let b = 2", false),
    ("let a = 1 // x", "let bcd=1", true), (#"f("x")"#, #"g("other")"#, true),
    (#"f("\(a)")"#, #"f("a")"#, false), ("/* a */ f(/x/)", "g(/x/)", true),
    ("`in` = 1", "x = 1", true), (#"f("\(g("x")) y") + 1"#, #"h("\(i("z"))") + 1"#, true),
  ])
  func `code is the same where only names are not`(
    first: String, second: String, isSame: Bool
  ) throws {
    // Long enough for every run of tokens to be seen that the line between is part of.
    let filler = "\n_ = ([1, 2, 3], (4, 5), [6: 7])\n"
    let numbers = try SyntaxToolSample.ask { reader, folder in
      try reader.fingerprints(
        of: [first, second].map { .init(text: filler + $0 + filler) }, in: folder)
    }

    #expect((numbers[0] == numbers[1]) == isSame)
    #expect(numbers[0]?.isEmpty == false)
  }
}
