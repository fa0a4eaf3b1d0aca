import CourseModel
import Foundation
import GraderFormats

/// Takes the course's files out of an archive, and nothing else.
///
/// Members are listed first, and only those that the course knows are extracted, inside the sandbox
/// and within limits. So neither an archive that explodes nor one that climbs out gets anywhere.
struct Unpacker {
  struct Content {
    /// The folder laid out like `Exercises/`, if there is one.
    var exercises: String?
    var ignored: [String]
  }

  private static let memberLimit = 50_000
  private static let wantedLimit = 2_000
  private static let depthLimit = 32
  private static let sizeLimit = 512 << 20
  private static let limits = Limits(
    processorSeconds: 60, wallSeconds: 600, memoryMegabytes: 1024, fileMegabytes: 2)

  var course: Course
  var sandbox: Sandbox

  /// Unpacks an archive into an empty folder.
  ///
  /// - Throws: `UsageError` when it is refused, `GradingTrouble` when this machine cannot unpack.
  func unpack(_ archive: String, kind: ArchiveKind, into folder: String) throws -> Content {
    let path = URL(filePath: archive).resolvingSymlinksInPath().path(percentEncoded: false)
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else {
      throw UsageError("the archive is not a plain file")
    }
    guard (attributes?[.size] as? Int ?? 0) <= Self.sizeLimit else {
      throw UsageError("the archive has more than \(Self.sizeLimit >> 20) MB")
    }
    try Files.makeSureItCanBeRead(path)
    guard attributes?[.size] as? Int != 0 else {
      throw UsageError("the archive has 0 bytes: was the upload cut short?")
    }
    let members = try list(path, kind, in: folder)
    let known = Set(
      course.chapters.flatMap { chapter in
        chapter.manifest.exercises.map { "\(chapter.folder)/\($0.file)" }
      })
    var wanted: [String] = []
    var ignored: [String] = []
    var seen: Set<String> = []
    // `tar -r` adds a newer one beside the old, which is then asked for once: the last counts.
    for member in members where seen.insert(member).inserted && !member.hasSuffix("/") {
      let parts = member.split(separator: "/")
      if !Self.isHidden(member), known.contains(parts.suffix(2).joined(separator: "/")) {
        wanted.append(member)
      } else {
        ignored.append(member)
      }
    }
    guard wanted.count <= Self.wantedLimit else {
      throw UsageError("the archive has the course's files \(wanted.count) times over")
    }
    if !wanted.isEmpty {
      _ = try run(kind.extract(path, members: wanted), in: folder, reading: path)
    }
    return Content(
      exercises: Layout(course: course).exercises(in: folder, depth: Self.depthLimit),
      ignored: Self.digest(ignored))
  }

  private func list(_ path: String, _ kind: ArchiveKind, in folder: String) throws -> [String] {
    let outcome = try run(kind.list(path), in: folder, reading: path)
    guard !outcome.isTruncated else { throw UsageError("the archive's list of files has no end") }
    let members = outcome.outputText.split(separator: "\n").map(String.init)
    guard members.count <= Self.memberLimit else {
      throw UsageError("the archive has \(members.count) files, more than \(Self.memberLimit)")
    }
    for member in members {
      let parts = member.split(separator: "/", omittingEmptySubsequences: false)
      if member.hasPrefix("/") || parts.contains("..") {
        throw UsageError("the archive climbs out of its folder: \(member.shortened(to: 80))")
      }
      if parts.count > Self.depthLimit { throw UsageError("the archive nests folders without end") }
    }
    return members
  }

  private func run(
    _ command: [String], in folder: String, reading path: String
  ) throws -> ChildOutcome {
    guard let tool = Machine.program(command[0]) else {
      throw GradingTrouble("\(command[0]) is not installed: try apt install \(command[0])")
    }
    let outcome = Child(
      command: sandbox.wrap(
        [tool] + command.dropFirst(), in: folder, limits: Self.limits, reading: [path]),
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TMPDIR": folder],
      limits: Self.limits, outputLimit: 16 << 20
    ).run()
    if outcome.succeeded { return outcome }
    if let trouble = GradingTrouble(outcome) { throw trouble }
    if outcome.end == .signaled(SIGXFSZ) {
      throw UsageError("a file in the archive has more than \(Self.limits.fileMegabytes) MB")
    }
    if outcome.outputText.hasPrefix("Empty zipfile") {
      throw UsageError("the archive is empty: was the right folder packed?")
    }
    // unzip begins with the archive's name in brackets, tar with its own path: that helps nobody.
    let words = outcome.errorText.split(whereSeparator: \.isNewline).map(\.trimmed)
      .first { !$0.hasPrefix("[") && !$0.contains("Removing leading") }
    let reason = (words ?? "it has no end").replacing(path, with: "the archive")
      .replacing("\(tool): ", with: "")
    throw UsageError("the archive cannot be unpacked: \(reason.shortened(to: 120))")
  }

  /// Names what was left, a hundred one by one; of too many, build products are told last.
  static func digest(_ names: [String]) -> [String] {
    let rest = names.count - 100
    guard rest > 0 else { return names.sorted() }
    let hidden = names.filter(isHidden).sorted()
    let shown = names.filter { !isHidden($0) }.sorted() + hidden
    return shown.prefix(100) + ["… and \(rest) more"]
  }

  /// Whether a system or a tool made it, not the student.
  static func isHidden(_ member: String) -> Bool {
    member.split(separator: "/").contains {
      ($0.hasPrefix(".") && $0 != ".") || $0 == "__MACOSX"
    }
  }
}
