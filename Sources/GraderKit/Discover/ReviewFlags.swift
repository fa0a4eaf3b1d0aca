import CourseModel
import Foundation

/// Finds in a student's file what an instructor may want to look at; it costs no points.
enum ReviewFlags {
  /// Each kind with what gives it away.
  ///
  /// Regular expressions are values without state; the compiler does not know.
  nonisolated(unsafe) private static let signs: [(kind: String, sign: Regex<Substring>)] = [
    ("@unchecked Sendable", /@unchecked\s+Sendable/),
    ("nonisolated(unsafe)", /nonisolated\s*\(\s*unsafe\s*\)/),
    ("unsafe", /\b(?:unsafe[A-Z]\w*|Unsafe\w+|withUnsafe(?!CurrentTask|Continuation|Throwing)\w+)/),
    ("@preconcurrency", /@preconcurrency\b/),
    ("blocks its thread", /\bThread\.sleep|\b(?:u|nano)?sleep\s*\(\s*\d/),
    ("semaphore", /\bDispatchSemaphore\b|\bsem_(?:init|wait|post)\b|\bpthread_\w+/),
    ("Task.detached", /\bTask\s*\.\s*detached\b/),
    (
      "reaches into the process",
      /\bdl(?:sym|open|addr|_\w+)\b|\bm(?:protect|map)\b|\bptrace\b|\/proc\/|@convention\b/
    ),
    ("leaves the program", /\b_?exit\s*\(|\babort\s*\(|\bkill\s*\(/),
  ]

  /// One of these is in every line with a sign, and in few others; looking for words is quick.
  private static let hints = [
    "nsafe", "nchecked", "preconcurrency", "sleep", "emaphore", "sem_", "pthread", "detached",
    "exit", "abort", "kill", "import", "dlsym", "dlopen", "dladdr", "dl_iterate", "mprotect",
    "mmap", "/proc/", "ptrace", "@convention",
  ]

  /// All flags of a file, from top to bottom.
  ///
  /// - Parameters:
  ///   - content: What the student has handed in.
  ///   - file: Its path in the submission.
  ///   - imports: What the stub imports and what comes with the language.
  /// - Returns: What to look at.
  static func find(in content: Data, of file: String, imports: Set<String>) -> [Flag] {
    let text = String(decoding: content, as: UTF8.self)
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines(of: text).enumerated().flatMap { index, line -> [Flag] in
      guard hints.contains(where: line.contains) else { return [] }
      var kinds = signs.filter { line.contains($0.sign) }.map(\.kind)
      if let module = importedModule(line), !imports.contains(module) {
        kinds.append("import \(module)")
      }
      let text = index < shown.count ? String(shown[index].trimmed) : line
      return kinds.map {
        Flag(kind: $0, file: file, line: index + 1, text: text.shortened(to: 120))
      }
    }
  }

  /// The lines to search: without comments, where it is certain what a comment is.
  ///
  /// Only the compiler knows in `#/x/*/#` that none begins, so there nothing may be left out but
  /// lines that begin with `//`.
  private static func lines(of text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.drop(while: \.isWhitespace) }
    let isInDoubt =
      text.contains("#/") || text.contains("#\"")
      || lines.contains { $0.dropFirst().contains("/*") }
    guard isInDoubt else { return codeLines(ofSwiftSource: text) }
    return lines.map { $0.hasPrefix("//") ? "" : String($0) }
  }

  /// The modules that a source imports.
  static func imports(of content: Data) -> Set<String> {
    Set(
      codeLines(ofSwiftSource: String(decoding: content, as: UTF8.self))
        .compactMap(importedModule))
  }

  private static func importedModule(_ line: String) -> String? {
    guard line.contains("import") else { return nil }
    return line.firstMatch(of: importSign).map { String($0.1) }
  }

  /// Made once, because making it costs more than using it; it has no state.
  nonisolated(unsafe) private static let importSign =
    /\bimport\s+(?:(?:func|struct|class|enum|protocol|typealias|var|let)\s+)?(\w+)/
}
