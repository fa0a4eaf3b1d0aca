import Foundation
import GraderFormats

/// Writes `scores.csv`: one line per submission, safe to open in a spreadsheet.
enum ScoresFile {
  static func write(_ results: Results, to folder: String) throws {
    try Files.write(Data(text(results).utf8), to: folder + "/scores.csv")
  }

  static func text(_ results: Results) -> String {
    let chapters = results.submissions.first { !$0.chapters.isEmpty }?.chapters ?? []
    let heading =
      ["name", "status"] + chapters.map { "\($0.number) \($0.title)" }
      + ["score", "maxScore", "leaks", "source"]
    let rows = results.submissions.map { submission in
      [submission.name, submission.status.rawValue]
        + chapters.map { chapter in
          submission.chapters.first { $0.number == chapter.number }.map { "\($0.score)" } ?? ""
        }
        + ["\(submission.score)", "\(submission.maxScore)", "\(submission.leaks)"]
        // If two people have the same name, the platform's number in the path tells them apart.
        + [URL(filePath: submission.source).lastPathComponent]
    }
    return ([heading] + rows).map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell that begins with one of these, full-width or not, is a formula to some programs.
  private static let formulaSigns: Set<Character> = [
    "=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠",
  ]

  /// Quotes a field so that no spreadsheet reads it as a formula.
  private static func field(_ text: String) -> String {
    let line = text.replacing("\r\n", with: "\n").printable
    let isFormula = line.first { !$0.isWhitespace }.map(formulaSigns.contains) ?? false
    let safe = isFormula ? "'" + line : line
    guard safe.contains(where: { ",;\"".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
