import Foundation

/// Reads students' files with the toolchain's parser, inside the sandbox.
struct SourceReader {
  var tool: SyntaxTool
  var sandbox: Sandbox

  /// What each source names.
  ///
  /// - Parameters:
  ///   - sources: The sources, each with its stub.
  ///   - folder: A folder for this alone.
  /// - Returns: The facts of each; `nil` for one with which the parser does not come to an end.
  /// - Throws: `GradingTrouble` when this machine keeps them from being read.
  func facts(of sources: [SyntaxRequest.Source], in folder: String) throws -> [[Fact]?] {
    if sources.isEmpty { return [] }
    if let found = try read(sources, in: folder) { return found }
    // One of them is too much for the parser: which?
    return try sources.map { try read([$0], in: folder)?.first }
  }

  private func read(_ sources: [SyntaxRequest.Source], in folder: String) throws -> [[Fact]]? {
    let (request, answer) = (folder + "/request.json", folder + "/answer.json")
    let question = SyntaxRequest(kind: .facts, sources: sources)
    try Files.write(JSONEncoder().encode(question), to: request)
    let tools = URL(filePath: tool.program).deletingLastPathComponent()
    let command = sandbox.wrap(
      [tool.program, request, answer], in: folder, limits: .compiler,
      reading: [tools.path(percentEncoded: false).withoutTrailingSlash])
    let outcome = Child(
      command: command, environment: ["PATH": "/usr/bin:/bin", "HOME": folder, "TMPDIR": folder],
      limits: .compiler
    ).run()
    if outcome.succeeded, let data = FileManager.default.contents(atPath: answer) {
      return try JSONDecoder().decode(SyntaxAnswer.self, from: data).facts
    }
    if let trouble = GradingTrouble(outcome) { throw trouble }
    return nil
  }
}
