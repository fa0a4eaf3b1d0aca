/// What the grader asks the syntax tool, as a file.
///
/// The tool is compiled together with this file; it is a program of its own because it links the
/// toolchain's parser, which neither the grader nor a student's build should have to load.
struct SyntaxRequest: Codable {
  enum Kind: String, Codable {
    /// The sample solution with one mistake each.
    case mutants

    /// The stub with bodies that do nothing.
    case bodies
  }

  struct Source: Codable {
    var text: String

    /// The stub: what it declares itself is not the solution's to get right.
    var given = ""
  }

  var kind: Kind
  var sources: [Source]
}

/// What the syntax tool answers: for each source its rewritten versions.
struct SyntaxAnswer: Codable {
  var rewrites: [[Rewrite]]
}

/// A whole source file with one thing changed.
struct Rewrite: Codable, Hashable {
  /// Says what was changed where, and stays the same when other lines of the file move.
  var name: String

  /// The kind of change, as in `delete close`.
  var operation: String

  var text: String
}
