import CourseModel
import Foundation
import GraderFormats

/// Extracts only the course's files from an archive.
///
/// Members are listed first, and only those that the course knows are extracted, inside the sandbox
/// and within limits. So an archive bomb and a path traversal have no effect.
struct Unpacker {
  struct Content {
    var work: WorkSearch.Work
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
  /// - Throws: `UsageError` when the archive is refused, `InfrastructureError` when this machine
  ///   cannot unpack it.
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
    var (wanted, ignored) = sorted(members) { parts in
      course.chapters.contains { chapter in
        parts.dropLast().last == chapter.folder
          && chapter.manifest.exercises.contains { $0.file == parts.last }
      }
    }
    if wanted.isEmpty {
      let loose = LooseFiles(course: course)
      (wanted, ignored) = sorted(members) { parts in
        parts.last.flatMap { loose.place(of: $0) } != nil
      }
    }
    guard wanted.count <= Self.wantedLimit else {
      throw UsageError("the archive has \(wanted.count) files with the names of exercises")
    }
    if !wanted.isEmpty {
      _ = try run(kind.extract(path, members: wanted), in: folder, reading: path)
      ReadableNames.make(in: folder)
    }
    var work = WorkSearch(course: course).work(in: folder, depth: Self.depthLimit)
    if work == .nothing(reason: nil) { work = .nothing(reason: reason(for: ignored)) }
    return Content(work: work, ignored: Self.digest(ignored))
  }

  /// Why an archive has nothing to grade, if its names show that.
  private func reason(for ignored: [String]) -> String? {
    if let misnamed = Misnamed.find(in: ignored, started: [], of: course).first {
      return misnamed.words
    }
    return ignored.first { ArchiveKind.of($0) != nil && !Self.isHidden($0) }
      .map { "the archive contains another archive (\($0)): unpack it" }
  }

  /// Divides the members into wanted and ignored ones.
  private func sorted(
    _ members: [String], _ isWanted: ([String]) -> Bool
  ) -> (wanted: [String], ignored: [String]) {
    var wanted: [String] = []
    var ignored: [String] = []
    var seen: Set<String> = []
    // `tar -r` adds a newer member beside the old one. Asked for once, tar extracts both, and the
    // last one counts.
    for member in members where seen.insert(member).inserted && !member.hasSuffix("/") {
      let parts = Self.parts(of: member)
      // A folder with the name of a file could be a link that was unpacked before.
      let isPlain = !parts.dropLast().contains { $0.hasSuffix(".swift") }
      if isPlain, !Self.isHidden(member), isWanted(parts) {
        wanted.append(member)
      } else {
        ignored.append(member)
      }
    }
    return (wanted, ignored)
  }

  /// The components of a path; some programs for Windows write backslashes.
  private static func parts(of member: String) -> [String] {
    member.split { $0 == "/" || $0 == "\\" }.map(String.init)
  }

  private func list(_ path: String, _ kind: ArchiveKind, in folder: String) throws -> [String] {
    let outcome = try run(kind.list(path), in: folder, reading: path)
    guard !outcome.isTruncated else { throw UsageError("the archive's list of files is too long") }
    let members = outcome.outputText.split(separator: "\n").map(String.init)
    guard members.count <= Self.memberLimit else {
      throw UsageError("the archive has \(members.count) files, more than \(Self.memberLimit)")
    }
    for member in members {
      let parts = Self.parts(of: member)
      if member.hasPrefix("/") || parts.contains("..") {
        throw UsageError(
          "the archive escapes its folder (path traversal): \(member.shortened(to: 80))")
      }
      if parts.count > Self.depthLimit { throw UsageError("the archive nests folders too deeply") }
    }
    return members
  }

  private func run(
    _ command: [String], in folder: String, reading path: String
  ) throws -> ChildOutcome {
    guard let tool = Machine.program(command[0]) else {
      throw InfrastructureError("\(command[0]) is not installed: try apt install \(command[0])")
    }
    let outcome = Child(
      command: sandbox.wrap(
        [tool] + command.dropFirst(), in: folder, limits: Self.limits, reading: [path]),
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TMPDIR": folder],
      limits: Self.limits, outputLimit: 16 << 20
    ).run()
    if outcome.succeeded || Self.isWarning(outcome) { return outcome }
    if let infrastructureError = InfrastructureError(outcome) { throw infrastructureError }
    if outcome.end == .signaled(SIGXFSZ) {
      throw UsageError("a file in the archive has more than \(Self.limits.fileMegabytes) MB")
    }
    if outcome.outputText.hasPrefix("Empty zipfile") {
      throw UsageError("the archive is empty: was the right folder packed?")
    }
    // unzip begins with the archive's name in brackets, tar with its own path: neither is a reason.
    let words = outcome.errorText.split(whereSeparator: \.isNewline).map(\.trimmed)
      .first { !$0.hasPrefix("[") && !$0.contains("Removing leading") }
    let reason = (words ?? "no reason was given").replacing(path, with: "the archive")
      .replacing("\(tool): ", with: "")
    throw UsageError("the archive cannot be unpacked: \(reason.shortened(to: 120))")
  }

  /// Whether unzip only says that it has read names with backslashes.
  private static func isWarning(_ outcome: ChildOutcome) -> Bool {
    let lines = outcome.errorText.split(whereSeparator: \.isNewline).filter {
      !$0.allSatisfy(\.isWhitespace)
    }
    return outcome.end == .exited(1) && !lines.isEmpty
      && lines.allSatisfy { $0.contains("backslashes") }
  }

  /// Lists at most a hundred of the ignored members, hidden ones last, and counts the rest.
  static func digest(_ names: [String]) -> [String] {
    let rest = names.count - 100
    guard rest > 0 else { return names.sorted() }
    let hidden = names.filter(isHidden).sorted()
    let shown = names.filter { !isHidden($0) }.sorted() + hidden
    return shown.prefix(100) + ["… and \(rest) more"]
  }

  /// Whether a system or a tool made a member, not the student.
  static func isHidden(_ member: String) -> Bool {
    parts(of: member).contains {
      ($0.hasPrefix(".") && $0 != ".") || $0 == "__MACOSX"
    }
  }
}
