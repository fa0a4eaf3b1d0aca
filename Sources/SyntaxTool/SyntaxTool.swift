import Foundation
import SwiftParser

/// Answers what the course check asks about the structure of Swift sources.
///
/// It is built on demand against the parser that comes with the toolchain, and only by the course
/// check: `syntax-tool REQUEST ANSWER` reads and writes a file of JSON each.
@main enum SyntaxTool {
  static func main() throws {
    let files = CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
    let request = try JSONDecoder().decode(SyntaxRequest.self, from: Data(contentsOf: files[0]))
    let rewrites = request.sources.map { source in
      switch request.kind {
      case .mutants: MutantFinder.all(in: source.text, given: source.given)
      case .bodies: BodyFinder.all(of: source.text)
      }
    }
    try JSONEncoder().encode(SyntaxAnswer(rewrites: rewrites)).write(to: files[1])
  }
}
