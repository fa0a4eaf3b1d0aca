/// What the grader asks the syntax tool, as a file.
///
/// The tool is compiled together with this file; it is a program of its own because it links the
/// toolchain's parser, which neither the grader nor a student's build should have to load.
package struct SyntaxRequest: Codable {
  package enum Kind: String, Codable {
    /// The sample solution with one mistake each.
    case mutants

    /// The stub with bodies that do nothing.
    case bodies

    /// What a student's file names.
    case facts

    /// Numbers of which two files share as many as they share code.
    case fingerprints

    /// What a file declares and documents for others.
    case declarations
  }

  package struct Source: Codable {
    var text: String

    /// The stub: what it declares itself is not the solution's to get right, and what it imports not
    /// the student's choice.
    var given = ""

    /// The chapter's other stubs, whose types a student's file can extend.
    var beside = ""

    package init(text: String, given: String = "", beside: String = "") {
      self.text = text
      self.given = given
      self.beside = beside
    }
  }

  package var kind: Kind
  var sources: [Source]
}

/// What the syntax tool answers for each source, as asked.
struct SyntaxAnswer: Codable {
  var rewrites: [[Rewrite]] = []
  var facts: [[Fact]] = []
  var fingerprints: [[UInt32]] = []
  var declarations: [[PublicDeclaration]] = []
}

/// Something that a source names, with its line in the file.
struct Fact: Codable, Hashable {
  enum Kind: String, Codable {
    /// An imported module.
    case module

    /// An attribute, without its `@` and its arguments.
    case attribute

    /// A modifier with its detail, as in `nonisolated(unsafe)`.
    case modifier

    /// A type, a function or a variable, with its module in front or without.
    case name

    /// What comes after a dot.
    case member

    /// A function or a variable in the value of an `async let`, also one after a dot, and a label.
    case unchecked

    /// A global or static property that can keep something, as it stands for the rest of the process.
    case global

    /// A piece of a string literal.
    case text

    /// A directive to the compiler.
    case directive

    /// The declaration of a macro.
    case macro

    /// A type from elsewhere that is made to conform to a protocol from elsewhere.
    case conformance

    /// What the parser cannot make sense of, so that names in it are missing.
    case unread

    /// A function of an actor that is isolated in another way than in the stub, as it stands here.
    case isolation
  }

  var kind: Kind
  var text: String
  var line: Int
}

/// Something that a file declares for other modules.
package struct PublicDeclaration: Codable, Hashable {
  /// The lines of its doc comment, each with its `///`.
  package var comment: [String]

  /// How it is declared, on one line: up to its body, its members or its accessors.
  package var signature: String

  package init(comment: [String], signature: String) {
    self.comment = comment
    self.signature = signature
  }
}

/// A whole source file with one thing changed.
package struct Rewrite: Codable, Hashable {
  /// Says what was changed where, and stays the same when other lines of the file move.
  package var name: String

  /// The kind of change, as in `delete close`.
  package var operation: String

  package var text: String
}
