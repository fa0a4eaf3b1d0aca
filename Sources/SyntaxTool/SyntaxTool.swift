import Foundation
import SwiftParser

/// Answers the grader's questions about the syntax of Swift sources.
///
/// It is built on demand with the parser that comes with the toolchain. `syntax-tool REQUEST
/// ANSWER` reads one JSON file and writes the other.
@main enum SyntaxTool {
  static func main() throws {
    let files = CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
    let request = try JSONDecoder().decode(SyntaxRequest.self, from: Data(contentsOf: files[0]))
    var answer = SyntaxAnswer()
    for source in request.sources {
      switch request.kind {
      case .mutants:
        answer.rewrites.append(MutantFinder.all(in: source.text, given: source.given))
      case .bodies: answer.rewrites.append(BodyFinder.all(of: source.text))
      case .fingerprints:
        answer.fingerprints.append(Shingles.fingerprint(of: source.text, given: source.given))
      case .facts:
        answer.facts.append(
          FactFinder.all(in: source.text, given: source.given, beside: source.beside))
      case .declarations: answer.declarations.append(DeclarationFinder.all(in: source.text))
      }
    }
    try JSONEncoder().encode(answer).write(to: files[1])
  }
}
