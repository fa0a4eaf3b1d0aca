import GraderFormats

/// Finds the places where memory could be corrupted, whatever names they use, in the output of the
/// compiler.
///
/// With an option (SE-0458), the compiler warns about each expression that uses something unsafe,
/// and its notes say what that is.
enum UnsafeUses {
  static let option = "-strict-memory-safety"

  private static let group = "[#StrictMemorySafety]"

  /// The beginning of a note that names the macro which wrote the code.
  fileprivate static let expansion = ": note: in expansion of macro "

  static func isOne(_ diagnostic: Diagnostic) -> Bool { diagnostic.message.hasSuffix(group) }

  /// Whether a source contains text that looks like a message of the compiler.
  ///
  /// The compiler prints the lines that it warns about. Such a line could be mistaken for its own
  /// message: a comment could pass for a note that says a use is harmless.
  static func looksLikeWords(_ source: some Collection<UInt8>) -> Bool {
    [": note: ", ": warning: ", ": error: "].contains { mark in
      source.firstRange(of: Array(mark.utf8)) != nil
    }
  }

  /// The unsafe uses in what the compiler wrote, except for those that the course teaches.
  ///
  /// The code that a macro writes is in no file: it is reported where the macro is used.
  ///
  /// - Parameters:
  ///   - output: What the compiler wrote.
  ///   - trustsNotes: Whether a note may say that a use is harmless; see `looksLikeWords`.
  /// - Returns: Where the uses are.
  static func find(in output: String, trustsNotes: Bool = true) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var notes: [[Substring]] = []
    for line in output.split(whereSeparator: \.isNewline) {
      if line.contains(": warning: ") || line.contains(": error: ") {
        // What follows belongs to this one, which may be of another group.
        found += Diagnostic.parse(String(line), .warning).prefix(1)
        notes += Array(repeating: [], count: found.count - notes.count)
      } else if line.contains(": note: "), !notes.isEmpty {
        notes[notes.count - 1].append(line)
      }
    }
    return zip(found, notes).filter { diagnostic, notes in
      let reasons = notes.filter { !$0.contains(expansion) }
      let isTaught = trustsNotes && !reasons.isEmpty && reasons.allSatisfy(isHarmless)
      return isOne(diagnostic) && !isTaught
    }
    .map { $0.place(by: $1) }
  }

  /// Whether a note is about what the course teaches, and nothing else: a student's type can have a
  /// name with such a name in it.
  private static func isHarmless(_ note: Substring) -> Bool {
    let words = note.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return words.contains { ReviewFlags.harmless.contains(String($0)) }
      && !words.contains { word in dangerous.contains { word.contains($0) } }
  }

  /// Parts of what else the compiler calls unsafe, whose own name can be any.
  private static let dangerous = ["Pointer", "Unmanaged", "Unowned", "unowned", "exclusivity"]
}

extension Diagnostic {
  /// The same diagnostic at the outermost use of a macro, if the notes mention one.
  ///
  /// The compiler gives no place for the value of an `async let`; its notes have one.
  fileprivate func place(by notes: [Substring]) -> Diagnostic {
    let uses = notes.filter { $0.contains(UnsafeUses.expansion) || line == 0 }
      .flatMap { Diagnostic.parse(String($0), .note) }
    guard let use = uses.last(where: { !$0.file.contains("@__swiftmacro_") }) else { return self }
    return Diagnostic(file: use.file, line: use.line, message: message)
  }
}
