import GraderFormats

/// Finds in the compiler's words where memory could be broken, whatever name that hides behind.
///
/// Asked by an option (SE-0458), the compiler warns of each expression that uses something
/// unsafe, and says in notes what that is.
enum UnsafeUses {
  static let option = "-strict-memory-safety"

  private static let group = "[#StrictMemorySafety]"

  static func isOne(_ diagnostic: Diagnostic) -> Bool { diagnostic.message.hasSuffix(group) }

  /// The uses in what the compiler wrote, but for those that the course itself teaches.
  static func find(in output: String) -> [Diagnostic] {
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
      isOne(diagnostic) && !(notes.allSatisfy(isHarmless) && !notes.isEmpty)
    }
    .map(\.0)
  }

  private static func isHarmless(_ note: Substring) -> Bool {
    ReviewFlags.harmless.contains { note.contains($0) } && !note.contains("Pointer")
  }
}
