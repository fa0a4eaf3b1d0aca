import CourseModel
import Foundation
import GraderFormats
import Grading

/// Compiles every Swift block of the READMEs, each as a file of its own.
///
/// A block may import the libraries and the chapters.
struct SnippetCheck {
  struct Snippet: Hashable {
    var readme: String
    /// The line of the README on which the code begins.
    var line: Int
    var code: String
  }

  var context: GradingContext

  func run(_ log: inout CheckLog) {
    let snippets = readmes.flatMap { readme in
      Self.snippets(in: Files.text("\(context.course.root)/\(readme)") ?? "", of: readme)
    }
    let problems = Workers(count: context.jobs).map(snippets, compile).flatMap(\.self)
    log.note("Swift blocks in READMEs compile", problems)
  }

  private var readmes: [String] {
    ["README.md", "CONTRIBUTING.md"]
      + context.course.chapters.map { "Exercises/\($0.folder)/README.md" }
  }

  /// The blocks that are marked as Swift.
  static func snippets(in text: String, of readme: String) -> [Snippet] {
    var found: [Snippet] = []
    var isInside = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if isInside, line.trimmed == "```" {
        isInside = false
      } else if isInside {
        found[found.count - 1].code += line + "\n"
      } else if line.trimmed == "```swift" {
        isInside = true
        found.append(Snippet(readme: readme, line: index + 2, code: ""))
      }
    }
    return found
  }

  private func compile(_ snippet: Snippet) -> [String] {
    let prebuilt = context.prebuilt
    let place = "#sourceLocation(file: \"\(snippet.readme)\", line: \(snippet.line))\n"
    do {
      return try WorkFolders.with("snippet", in: context.home + "/work") { folder in
        let source = folder + "/Snippet.swift"
        try Files.write(Data((place + snippet.code).utf8), to: source)
        let (compiles, found) = prebuilt.typecheck(
          "Snippet", [source], search: prebuilt.harnessSearch)
        let isSilent = found.isEmpty && !compiles
        return isSilent
          ? ["\(snippet.readme):\(snippet.line): does not compile"] : found.map(\.headline)
      }
    } catch {
      return ["\(snippet.readme):\(snippet.line): cannot be compiled: \(error)"]
    }
  }
}
