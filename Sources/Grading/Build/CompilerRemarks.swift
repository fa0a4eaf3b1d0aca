import Foundation
import GraderFormats

/// What the compiler says about files that it compiles successfully.
struct CompilerRemarks: Codable {
  /// For the student: what might be a mistake.
  var warnings: [Diagnostic] = []

  /// For the instructor: where memory could be corrupted.
  var unsafeUses: [Diagnostic] = []

  /// Whether the compiler said more than was kept, so that any of these may be missing.
  var isCutOff = false

  var isEmpty: Bool { warnings.isEmpty && unsafeUses.isEmpty && !isCutOff }

  init() {}

  /// Reads what the compiler wrote about some files.
  init(output: String, files: [String: Data], isCutOff: Bool = false) {
    self.isCutOff = isCutOff
    warnings = Diagnostic.parse(output, .warning).filter {
      files[$0.file] != nil && !$0.message.contains(Self.resilience) && !UnsafeUses.isOne($0)
    }
    let trustsNotes = !files.values.contains { UnsafeUses.looksLikeWords($0) }
    unsafeUses = UnsafeUses.find(in: output, trustsNotes: trustsNotes).filter {
      files[$0.file] != nil
    }
  }

  /// A warning about how the grader compiles, which a student cannot change.
  private static let resilience = "was not compiled with library evolution support"
}
