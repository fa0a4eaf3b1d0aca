import GraderFormats

/// Finds in the compiler's words where memory could be broken, whatever name that hides behind.
///
/// Asked by an option (SE-0458), the compiler warns of each expression that uses something
/// unsafe, and says in notes what that is.
enum UnsafeUses {
  static let option = "-strict-memory-safety"

  private static let group = "[#StrictMemorySafety]"

  /// How a note begins that says which macro has written something.
  fileprivate static let expansion = ": note: in expansion of macro "

  static func isOne(_ diagnostic: Diagnostic) -> Bool { diagnostic.message.hasSuffix(group) }

  /// Whether a source has the marks of the compiler's lines in it.
  ///
  /// The compiler shows the lines that it speaks of, which cannot be told from its own words then: a
  /// comment could be taken for a note that what stands before it is harmless.
  static func looksLikeWords(_ source: some Collection<UInt8>) -> Bool {
    [": note: ", ": warning: ", ": error: "].contains { mark in
      source.firstRange(of: Array(mark.utf8)) != nil
    }
  }

  /// The uses in what the compiler wrote, but for those that the course itself teaches.
  ///
  /// What a macro has written stands in no file: it is blamed on the place where the macro is used.
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
  /// The same at the outermost place where a macro is used, if the notes tell of one.
  fileprivate func place(by notes: [Substring]) -> Diagnostic {
    let uses = notes.filter { $0.contains(UnsafeUses.expansion) }
      .flatMap { Diagnostic.parse(String($0), .note) }
    guard let use = uses.last(where: { !$0.file.contains("@__swiftmacro_") }) else { return self }
    return Diagnostic(file: use.file, line: use.line, message: message)
  }
}
