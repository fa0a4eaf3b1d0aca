import CourseModel
import Foundation
import Testing

@Suite("equivalent mutants in a manifest") struct EquivalentMutantTests {
  /// Reads a manifest whose only exercise has these fields besides the usual ones.
  private func exercise(with fields: String) throws -> Exercise? {
    let root = NSTemporaryDirectory() + "manifest-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: root) }
    let folder = root + "/Exercises/03-Channels"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = """
      {"number": 3, "title": "t", "needs": "", "exercises": [{
        "id": "3.1", "title": "t", "file": "f", "suite": "s", "minutes": 1, "core": true, "stub": "0",
        "goal": "g", "outOfScope": "o", "hints": [], "tests": []\(fields)
      }]}
      """
    try Data(text.utf8).write(to: URL(filePath: folder + "/chapter.json"))
    do {
      return try Course(root: root).exercise("3.1")?.exercise
    } catch ManifestError.malformed(_, let place, let problem) {
      throw ManifestError.malformed(file: "chapter.json", place: place, problem: problem)
    }
  }

  @Test func `they are optional`() throws {
    #expect(try exercise(with: "")?.equivalent == nil)
  }

  @Test func `each has a name and a reason`() throws {
    let fields = #", "equivalent": [{"mutant": "f: swap: a()", "why": "Both end before b."}]"#

    #expect(
      try exercise(with: fields)?.equivalent == [
        EquivalentMutant(mutant: "f: swap: a()", why: "Both end before b.")
      ])
  }

  @Test func `one without a reason is named`() {
    #expect(
      throws: ManifestError.malformed(
        file: "chapter.json", place: "exercises[0].equivalent[0]", problem: "\"why\" is missing")
    ) {
      try exercise(with: #", "equivalent": [{"mutant": "f: swap: a()"}]"#)
    }
  }
}
