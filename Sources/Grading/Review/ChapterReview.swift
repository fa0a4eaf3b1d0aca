import CourseModel
import Foundation
import GraderFormats

/// What the grader finds in a chapter's sources: before they are compiled, and in the compiler's
/// remarks afterwards.
struct ChapterReview {
  /// What the instructor may want to look at.
  var flags: [Flag] = []

  /// The files that are not compiled, each with the reasons.
  var forbidden: [String: [Diagnostic]] = [:]

  /// Where the parser does not understand a file.
  ///
  /// If it compiles nevertheless, no one can tell what is in it, and it counts as a file that does not
  /// compile.
  var unread: [String: [Diagnostic]] = [:]

  /// Reads the student's files of a chapter.
  ///
  /// - Parameters:
  ///   - staged: The sources.
  ///   - reader: Reads them.
  ///   - folder: A folder for this alone.
  /// - Throws: `InfrastructureError` when this machine keeps them from being read.
  init(of staged: StagedChapter, by reader: SourceReader, in folder: String) throws {
    let started = staged.startedFiles
    let sources = started.map {
      SyntaxRequest.Source(
        text: staged.text(of: $0), given: staged.stub(of: $0), beside: staged.stubs(beside: $0))
    }
    for (file, facts) in zip(started, try reader.facts(of: sources, in: folder)) {
      guard let facts else {
        forbidden[file] = [Self.endless(file)]
        continue
      }
      let errors = ForeignNames.diagnostics(facts, of: file) + isolations(facts, of: file)
      if !errors.isEmpty { forbidden[file] = errors }
      let places = facts.filter { $0.kind == .unread }
      if !places.isEmpty {
        unread[file] = places.prefix(1).map {
          Diagnostic(
            file: file, line: $0.line,
            message: "the compiler takes this code, but its own parser does not understand it: "
              + "write it in another way")
        }
      }
      flags += ReviewFlags.find(
        facts, of: "\(staged.chapter.folder)/\(file)", text: staged.text(of: file))
    }
  }

  init() {}

  /// Functions that the tests would call in a wrong way.
  private func isolations(_ facts: [Fact], of file: String) -> [Diagnostic] {
    facts.filter { $0.kind == .isolation }.map { fact in
      let word = "nonisolated "
      let expected =
        fact.text.hasPrefix(word) ? String(fact.text.dropFirst(word.count)) : word + fact.text
      return Diagnostic(
        file: file, line: fact.line,
        message: "`\(fact.text)` must be `\(expected)`: the course's tests use it as such")
    }
  }

  private static func endless(_ file: String) -> Diagnostic {
    Diagnostic(
      file: file, line: 0,
      message: "the compiler's parser did not finish with this file within "
        + "\(Limits.compiler.processorSeconds) s")
  }

  /// Adds what only the compiler can tell.
  ///
  /// - Parameters:
  ///   - remarks: What it said of the files that it compiled.
  ///   - staged: The sources.
  mutating func add(_ remarks: CompilerRemarks, in staged: StagedChapter) {
    let uses = Dictionary(grouping: remarks.unsafeUses, by: \.file)
    let found = Dictionary(grouping: flags, by: \.file)
    flags = staged.startedFiles.flatMap { file in
      let path = "\(staged.chapter.folder)/\(file)"
      let own = found[path] ?? []
      let known = Set(own.filter { $0.kind == "unsafe" }.map(\.line))
      let lines = SourceLines(staged.text(of: file))
      let added = Set((uses[file] ?? []).map(\.line)).subtracting(known).map {
        Flag(kind: "unsafe", file: path, line: $0, text: lines[$0])
      }
      return ReviewFlags.limited(own + added)
    }
    if remarks.isCutOff, let file = staged.startedFiles.first {
      // Many warnings must not hide one.
      flags.append(
        Flag(
          kind: "unsafe", file: "\(staged.chapter.folder)/\(file)", line: 1,
          text: "the compiler warns of more in this chapter than is read: look for what is unsafe"))
    }
    flags.sort { ($0.file, $0.line) < ($1.file, $1.line) }
  }
}

extension StagedChapter {
  /// A file as it will be compiled.
  fileprivate func text(of file: String) -> String { Self.text(files[file]) }

  /// The stub of a file, if this checkout still has it.
  fileprivate func stub(of file: String) -> String { Self.text(substitutes[file]) }

  /// The course's own of all other files, one after the other.
  fileprivate func stubs(beside file: String) -> String {
    let others = chapter.manifest.exercises.map(\.file).filter { $0 != file }
    return others.map { startedFiles.contains($0) ? stub(of: $0) : text(of: $0) }
      .joined(separator: "\n")
  }

  private static func text(_ content: Data?) -> String {
    content.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
