/// What the grader asks the syntax tool, as a file.
///
/// The tool is compiled together with this file; it is a program of its own because it links the
/// toolchain's parser, which neither the grader nor a student's build should have to load.
package struct SyntaxRequest: Codable {
  package enum Kind: String, Codable {
    /// Copies of the sample solution, each with one mistake.
    case mutants

    /// Copies of the stub with trivial bodies.
    case bodies

    /// The names and the other facts in a student's file.
    case facts

    /// Numbers: two files share as many of them as they share code.
    case fingerprints

    /// The public declarations of a file, with their doc comments.
    case declarations
  }

  package struct Source: Codable {
    var text: String

    /// The stub: a solution is not responsible for what the stub declares, nor a student for what
    /// it imports.
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

/// What the syntax tool answers: for each source, the facts that the request asked for.
struct SyntaxAnswer: Codable {
  var rewrites: [[Rewrite]] = []
  var facts: [[Fact]] = []
  var fingerprints: [[UInt32]] = []
  var declarations: [[PublicDeclaration]] = []
}

/// Something in a source, with its line in the file.
struct Fact: Codable, Hashable {
  enum Kind: String, Codable {
    /// An imported module.
    case module

    /// An attribute, without its `@` and its arguments.
    case attribute

    /// A modifier with its detail, as in `nonisolated(unsafe)`.
    case modifier

    /// The name of a type, a function or a variable, with or without its module before it.
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

    /// An `#if` that asks for a version of the language: what it leaves out need not be Swift, and
    /// the compiler ends it in another place than the parser.
    case version

    /// The declaration of a macro.
    case macro

    /// A type from elsewhere that is made to conform to a protocol from elsewhere.
    case conformance

    /// Code that the parser does not understand, so that its names are missing.
    case unread

    /// A function of an actor that is isolated in another way than in the stub, as it stands here.
    case isolation
  }

  var kind: Kind
  var text: String
  var line: Int
}

/// A public declaration of a file.
package struct PublicDeclaration: Codable, Hashable {
  /// The lines of its doc comment, each with its `///`.
  package var comment: [String]

  /// The declaration on one line, up to its body, its members or its accessors.
  package var signature: String

  package init(comment: [String], signature: String) {
    self.comment = comment
    self.signature = signature
  }
}

/// A whole source file with one thing changed.
package struct Rewrite: Codable, Hashable {
  /// Says what was changed and where; it stays the same when other lines of the file move.
  package var name: String

  /// The kind of change, as in `delete close`.
  package var operation: String

  package var text: String
}
