/// Something at a line of a source file, in a file as a whole, or in an unknown file.
package protocol Located {
  var file: String { get set }

  /// The line, from 1; 0 when it is unknown.
  var line: Int { get }
}

extension Located {
  /// `file:line`, which editors can open; empty when the file is unknown.
  package var place: String { line > 0 ? "\(file):\(line)" : file }

  /// A copy whose path begins with this folder.
  package func below(_ folder: String) -> Self {
    var located = self
    if !file.isEmpty { located.file = "\(folder)/\(file)" }
    return located
  }
}

/// An error or a warning of the compiler.
package struct Diagnostic: Codable, Hashable, Located {
  package var file: String
  package var line: Int
  package var message: String

  /// The lines that the compiler shows below it: the source with a caret, notes, and fix-its.
  package var context: [String]?

  package init(file: String, line: Int, message: String, context: [String]? = nil) {
    self.file = file
    self.line = line
    self.message = message
    self.context = context
  }

  /// The message with its place in front.
  package var headline: String { file.isEmpty ? message : "\(place): \(message)" }

  /// The message with its place in front and its context below.
  package var text: String { ([headline] + (context ?? [])).joined(separator: "\n") }
}
