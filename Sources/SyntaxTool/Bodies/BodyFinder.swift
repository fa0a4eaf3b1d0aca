import SwiftParser
import SwiftSyntax

/// Fills a stub with trivial bodies, which do nothing that the exercise asks for.
///
/// If there are several functions, all but one get the simplest body. So each body is tried, but
/// not each combination.
enum BodyFinder {
  /// All ways to fill a stub.
  ///
  /// - Parameter stub: The stub's text.
  /// - Returns: The filled stubs, each with a unique name.
  static func all(of stub: String) -> [Rewrite] {
    let file = Parser.parse(source: stub)
    let source = SourceText(stub)
    let values = Values(in: file)
    let holes = Members.all(in: file).compactMap { Hole($0, values) }
    let plain = holes.compactMap { $0.bodies.first?.edit }
    guard plain.count == holes.count, !holes.isEmpty else { return [] }

    var found: [Rewrite] = []
    for (index, hole) in holes.enumerated() {
      // All first bodies together are the same text for each function: once is enough.
      for body in index == 0 ? hole.bodies[...] : hole.bodies.dropFirst() {
        var edits = plain
        edits[index] = body.edit
        let text = source.applying(edits)
        guard !found.contains(where: { $0.text == text }) else { continue }
        let words = body.statements.isEmpty ? "empty" : body.statements.joined(separator: "; ")
        found.append(
          Rewrite(name: "\(hole.name): \(words)", operation: body.kind, text: text))
      }
    }
    return found
  }
}
