import CourseModel
import Foundation
import Testing

@testable import GraderKit

@Suite("similar pairs") struct ReportSimilarTests {
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

  private func pairs(
    _ sources: [String: String], stub: String = Self.stub
  ) -> [SimilarPair] {
    let staged = sources.map { self.staged($0.key, $0.value) }
    return SimilarPairs.find(
      Fingerprints(staged, stubs: ["01-Cargo": ["Weigh.swift": Data(stub.utf8)]]))
  }

  private var renamed: String {
    var text = "/* mine /* all mine */ */\n" + Self.own
    for (old, new) in [("total", "summe"), ("crate ", "kiste "), ("rest", "übrig")] {
      text = text.replacing(old, with: new)
    }
    return text.replacing("\n      ", with: "\n\t")
  }

  @Test func `names, comments and layout do not hide a copy`() {
    #expect(
      pairs(["anna": Self.own, "bo": renamed]) == [
        SimilarPair(first: "anna", second: "bo", percent: 100, exercises: ["1.1"])
      ])
  }

  @Test func `other code is no pair`() {
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

    #expect(pairs(["anna": Self.own, "bo": other]) == [])
  }

  @Test func `short answers say nothing`() {
    let short = Self.stub.replacing("return 0", with: "return crates.reduce(0, +)")

    #expect(pairs(["anna": short, "bo": short]) == [])
    #expect(pairs(["anna": Self.stub, "bo": Self.stub]) == [])
  }

  @Test func `what the stub brings along is nobody's`() {
    let more = Self.own + "let limit = 1_000\n"

    #expect(pairs(["anna": more, "bo": more], stub: Self.own) == [])
    #expect(pairs(["anna": more, "bo": more]).count == 1)
  }

  @Test func `what many wrote alike tells nobody apart`() {
    let class6 = Dictionary(uniqueKeysWithValues: (1...6).map { ("s\($0)", Self.own) })
    let class5 = class6.filter { $0.key != "s6" }

    #expect(pairs(class6) == [])
    #expect(pairs(class5).count == 10)
  }

  @Test func `the order of the class changes nothing`() {
    let sources = ["c": Self.own, "a": renamed, "b": Self.own]

    #expect(pairs(sources).map { $0.first + $0.second } == ["ab", "ac", "bc"])
  }

  @Test func `fingerprints come back from their file as they were, and merge`() throws {
    let stubs = ["01-Cargo": ["Weigh.swift": Data(Self.stub.utf8)]]
    let all = Fingerprints([staged("anna", Self.own), staged("bo", renamed)], stubs: stubs)
    var parts = Fingerprints([staged("bo", renamed)], stubs: stubs)

    parts.merge(Fingerprints([staged("anna", Self.own)], stubs: stubs))
    let decoded = try JSONDecoder().decode(
      Fingerprints.self, from: Data(JSONText.bytes(parts)))

    #expect(parts == all)
    #expect(decoded == all)
  }

  @Test(arguments: [
    ("let a = 1", "var b = 1", false), ("let a = 1", "let b = 2", false),
    ("let a = 1 // x", "let bcd=1", true), (#"f("x")"#, #"g("other")"#, true),
    (##"f(#"a"b"#)"##, #"f("c")"#, true), (#"f("\(a)")"#, #"f("a")"#, false),
    ("f(\"\"\"\n a \"quoted\" b\n \"\"\")", #"f("c")"#, true), ("`in` = 1", "x = 1", true),
    (#"f("\(g("x")) y") + 1"#, #"h("\(i("z"))") + 1"#, true),
  ])
  func `tokens are the same where only names are not`(
    first: String, second: String, isSame: Bool
  ) {
    let same =
      SwiftTokens.tokens(of: Array(first.utf8)) == SwiftTokens.tokens(of: Array(second.utf8))

    #expect(same == isSame)
  }
}
