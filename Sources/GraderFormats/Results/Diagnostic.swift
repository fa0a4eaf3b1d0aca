/// Something in a source file, or in a file as a whole, or in none that is known.
package protocol Located {
  var file: String { get set }

  /// From 1; 0 where no line is known.
  var line: Int { get }
}

extension Located {
  /// File and line as one path, as an editor takes it; empty when no file is known.
  package var place: String { line > 0 ? "\(file):\(line)" : file }

  /// The same, with the file's path from a folder above.
  package func below(_ folder: String) -> Self {
    var located = self
    if !file.isEmpty { located.file = "\(folder)/\(file)" }
    return located
  }
}

/// One thing the compiler objects to.
package struct Diagnostic: Codable, Hashable, Located {
  package var file: String
  package var line: Int
  package var message: String

  /// What the compiler shows below it: the source with a caret, notes, and how to fix it.
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
