import CourseModel
import Foundation
import Testing

@testable import GraderCommand
@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("archives") struct ArchiveTests {
  private static let work = "let crates = 1"

  /// What is taken from an archive.
  private func stage(_ archive: Data) throws -> StagedSubmission {
    let folder = NSTemporaryDirectory() + "archive-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Files.makeFolder(folder)
    try Files.write(archive, to: folder + "/ann.zip")
    let found = try SubmissionFinder(course: .sample).find([folder + "/ann.zip"])
    let sandbox = Sandbox(bwrap: nil, toolchain: "/usr")
    let unpacker = Unpacker(course: .sample, sandbox: sandbox)
    return Stager(course: .sample, unpacker: unpacker, scratch: folder).stage(found[0])
  }

  private func taken(_ staged: StagedSubmission) -> String? {
    staged.chapters.first?.files["Weigh.swift"].map { String(decoding: $0, as: UTF8.self) }
  }

  /// `Übung`, `Упр` and `表` in the letters of several times and countries.
  static let folders: [[UInt8]] = [
    [0x9A] + Array("bung".utf8), [0xDC] + Array("bung".utf8), Array("Übung".utf8),
    Array("U\u{308}bung".utf8), [0x93, 0xAF, 0xE0], [0x95, 0x5C], Array("a[*?]b -".utf8),
  ]

  @Test(arguments: folders, [0, 3] as [UInt8])
  func `work is found whatever letters its folders are written in`(
    folder: [UInt8], system: UInt8
  ) throws {
    let name = folder + Array("/01-Cargo/Weigh.swift".utf8)
    let staged = try stage(ArchiveSample.zip([(name, Self.work)], system: system))

    #expect(staged.invalidReason == nil)
    #expect(taken(staged) == Self.work)
  }

  @Test(
    arguments: ["01-Cargo\\Weigh.swift", "w\\01-Cargo\\Weigh.swift", "w\\Weigh.swift"], [0, 3])
  func `backslashes part folders`(name: String, system: UInt8) throws {
    let staged = try stage(ArchiveSample.zip([(Array(name.utf8), Self.work)], system: system))

    #expect(taken(staged) == Self.work)
  }

  @Test(arguments: [
    "../01-Cargo/Weigh.swift", "..\\01-Cargo\\Weigh.swift", "a\\..\\..\\Weigh.swift",
  ])
  func `no kind of slash escapes the folder`(name: String) throws {
    let staged = try stage(ArchiveSample.zip([(Array(name.utf8), Self.work)]))

    #expect(
      staged.invalidReason?.hasPrefix("the archive escapes its folder (path traversal): ") == true)
  }

  @Test func `files without their chapters are known by their names`() throws {
    let names = ["hw/Weigh (1).swift", "hw/notes.txt", "hw/Tests/Weigh.swift"]
    let staged = try stage(ArchiveSample.zip(names.map { (Array($0.utf8), Self.work) }))

    #expect(taken(staged) == Self.work)
    #expect(staged.ignored == ["hw/notes.txt"])
  }

  @Test(arguments: [
    (
      ["a/Weigh.swift", "b/Weigh.swift"],
      "a/Weigh.swift and b/Weigh.swift are the same exercise: keep only one"
    ),
    (
      ["hw/01-cargo/Weigh.swift"],
      "hw/01-cargo/ was ignored: its name should be 01-Cargo/"
    ),
    (["hw/work.zip"], "the archive contains another archive (hw/work.zip): unpack it"),
    (
      ["01-Cargo/.Weigh.swift.icloud"],
      "01-Cargo/.Weigh.swift.icloud was ignored: the file itself is still in iCloud, "
        + "download 01-Cargo/Weigh.swift first"
    ),
  ])
  func `why nothing is taken is said`(names: [String], words: String) throws {
    let staged = try stage(ArchiveSample.zip(names.map { (Array($0.utf8), Self.work) }))

    #expect(staged.invalidReason == words)
  }

  @Test func `a link in an archive leads nothing out of its folder`() throws {
    let outside = NSTemporaryDirectory() + "outside-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: outside) }
    try Files.makeFolder(outside)
    let link = Array("a/01-Cargo/Weigh.swift".utf8)
    let escaping = Array("a\\01-Cargo\\Weigh.swift\\".utf8) + [0xE9]
    let staged = try stage(
      ArchiveSample.zip(
        [(link, outside), (escaping + Array("\\01-Cargo\\Weigh.swift".utf8), Self.work)],
        links: [link]))

    #expect(taken(staged) == nil)
    #expect(Files.entries(of: outside).isEmpty)
  }

  @Test func `what is renamed stays in real folders below`() throws {
    let folder = NSTemporaryDirectory() + "names-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Files.makeFolder(folder + "/in/real")
    try Files.makeFolder(folder + "/out")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/in/link", withDestinationPath: folder + "/out")
    for name in ["link\\a", "real\\a", "new\\a", "..\\a", "real\\b\\c"] {
      try Files.write(Data(name.utf8), to: "\(folder)/in/\(name)")
    }

    ReadableNames.make(in: folder + "/in")

    #expect(Files.entries(of: folder + "/out").isEmpty)
    #expect(
      Files.tree(of: folder + "/in") == [
        "a", "link", "link\\a", "new", "new/a", "real", "real/a", "real/b", "real/b/c",
      ])
  }
}
