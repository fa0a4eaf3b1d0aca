import CourseModel
import Foundation
import GraderFormats
import Grading

/// Compiles every Swift block of the READMEs, each as a file of its own.
///
/// A block may import what the students may, and the chapters.
struct SnippetCheck {
  struct Snippet: Hashable {
    var readme: String
    /// The line of the README on which the code begins.
    var line: Int
    var code: String
  }

  var workshop: Workshop

  func run(_ log: inout CheckLog) {
    let snippets = readmes.flatMap { readme in
      Self.snippets(in: Files.text("\(workshop.course.root)/\(readme)") ?? "", of: readme)
    }
    let problems = Workers(count: workshop.jobs).map(snippets, compile).flatMap(\.self)
    log.note("Swift blocks in READMEs compile", problems)
  }

  private var readmes: [String] {
    ["README.md", "CONTRIBUTING.md"]
      + workshop.course.chapters.map { "Exercises/\($0.folder)/README.md" }
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
    let kit = workshop.kit
    let place = "#sourceLocation(file: \"\(snippet.readme)\", line: \(snippet.line))\n"
    do {
      return try WorkFolders.with("snippet", in: workshop.home + "/work") { folder in
        let source = folder + "/Snippet.swift"
        try Files.write(Data((place + snippet.code).utf8), to: source)
        let (compiles, found) = kit.typecheck("Snippet", [source], search: kit.harnessSearch)
        let isSilent = found.isEmpty && !compiles
        return isSilent
          ? ["\(snippet.readme):\(snippet.line): does not compile"] : found.map(\.headline)
      }
    } catch {
      return ["\(snippet.readme):\(snippet.line): cannot be compiled: \(error)"]
    }
  }
}
