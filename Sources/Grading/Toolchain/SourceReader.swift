/// Reads students' files with the toolchain's parser, inside the sandbox.
package struct SourceReader {
  var tool: SyntaxTool
  var sandbox: Sandbox

  /// The names and the other facts that each source has.
  ///
  /// - Parameters:
  ///   - sources: The sources, each with its stub.
  ///   - folder: A folder for this alone.
  /// - Returns: The facts of each; `nil` for one with which the parser does not finish.
  /// - Throws: `InfrastructureError` when a problem of this machine prevents it.
  func facts(of sources: [SyntaxRequest.Source], in folder: String) throws -> [[Fact]?] {
    try ask(.facts, of: sources, in: folder) { $0.facts }
  }

  /// The fingerprint of each source: two sources share as many numbers as they share code that is
  /// not the stub's; see `Shingles`.
  ///
  /// - Parameters:
  ///   - sources: The sources, each with its stub.
  ///   - folder: A folder for this alone.
  /// - Returns: The numbers of each; `nil` for one with which the parser does not finish.
  /// - Throws: `InfrastructureError` when a problem of this machine prevents it.
  func fingerprints(
    of sources: [SyntaxRequest.Source], in folder: String
  ) throws -> [[UInt32]?] {
    try ask(.fingerprints, of: sources, in: folder) { $0.fingerprints }
  }

  private func ask<Answer>(
    _ kind: SyntaxRequest.Kind, of sources: [SyntaxRequest.Source], in folder: String,
    _ answers: (SyntaxAnswer) -> [Answer]
  ) throws -> [Answer?] {
    if sources.isEmpty { return [] }
    if let answer = try read(kind, sources, in: folder) { return answers(answer) }
    // The parser does not finish with one of them: find out which.
    if sources.count == 1 { return [nil] }
    return try sources.map { try read(kind, [$0], in: folder).flatMap { answers($0).first } }
  }

  private func read(
    _ kind: SyntaxRequest.Kind, _ sources: [SyntaxRequest.Source], in folder: String
  ) throws -> SyntaxAnswer? {
    let (answer, outcome) = try tool.ask(
      SyntaxRequest(kind: kind, sources: sources), in: folder, inside: sandbox)
    if let answer { return answer }
    if let infrastructureError = InfrastructureError(outcome) { throw infrastructureError }
    return nil
  }
}
