import CourseModel
import Foundation
import GraderFormats

/// The program that analyzes the syntax of Swift sources, built on demand.
///
/// It links the parser that comes with the toolchain, which neither the grader nor a student's
/// build should have to load; `swift build` never compiles it.
package struct SyntaxTool {
  var program: String

  /// The folder for temporary requests and answers.
  var scratch: String

  /// Builds the tool, unless the same sources were built with this toolchain before.
  ///
  /// - Parameters:
  ///   - package: The package that holds its sources.
  ///   - toolchain: The toolchain whose parser it links.
  ///   - home: The folder for tools and work folders.
  ///   - say: Called with a message before it is built.
  /// - Throws: `BuildError`, also when the toolchain comes without a parser.
  init(
    package: String, toolchain: Toolchain, home: String, say: (String) -> Void = { _ in }
  ) throws {
    let sources = Self.sources(in: package)
    var digest = Digest()
    digest.add(toolchain.version)
    digest.add(toolchain.root)
    for source in sources { digest.add(Files.text(source) ?? "") }
    let folder = "\(home)/tools"
    program = "\(folder)/syntax-tool-\(digest.hexadecimal)"
    scratch = "\(home)/work"
    try Files.makeFolder(scratch)
    guard !Files.exists(program) else { return }

    say("building the syntax tool")
    let parser = toolchain.root + "/usr/lib/swift/host"
    guard Files.exists(parser + "/SwiftParser.swiftmodule") else {
      throw BuildError(what: "Sources/SyntaxTool", output: "error: no SwiftParser in \(parser)")
    }
    // Built in a temporary folder and then moved, so that two course checks can start at the same
    // time.
    let draft = "\(scratch)/\(WorkFolders.name("tool"))"
    defer { try? FileManager.default.removeItem(atPath: draft) }
    try Files.makeFolder(draft)
    let command = Compiler(toolchain: toolchain).module(
      "SyntaxTool", sources: sources, search: [parser], object: nil,
      extra: Compiler.package + [
        "-L", parser, "-Xlinker", "-rpath", "-Xlinker", parser, "-warnings-as-errors",
        "-module-cache-path", "\(folder)/modules", "-O", "-o", "\(draft)/syntax-tool",
      ])
    let outcome = DriverFolder.use(near: draft) {
      Child.run(command, adding: ["TMPDIR": $0], limits: .ownCode)
    }
    guard outcome.succeeded else {
      throw BuildError(what: "Sources/SyntaxTool", output: outcome.outputText + outcome.errorText)
    }
    try Files.makeFolder(folder)
    for old in Files.entries(of: folder) where old.hasPrefix("syntax-tool-") {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(old)")
    }
    try FileManager.default.moveItem(atPath: "\(draft)/syntax-tool", toPath: program)
  }

  /// Rewrites sources.
  ///
  /// - Parameters:
  ///   - kind: The kind of rewrites.
  ///   - sources: The sources.
  /// - Returns: For each source its rewritten versions, in the order of the source.
  /// - Throws: `InfrastructureError` when the tool fails.
  package func rewrites(
    _ kind: SyntaxRequest.Kind, of sources: [SyntaxRequest.Source]
  ) throws -> [[Rewrite]] {
    try answer(kind, sources).rewrites
  }

  /// Reads what sources declare for other modules.
  ///
  /// - Parameter sources: The sources.
  /// - Returns: For each source its public declarations, from top to bottom.
  /// - Throws: `InfrastructureError` when the tool fails.
  package func declarations(
    of sources: [SyntaxRequest.Source]
  ) throws -> [[PublicDeclaration]] {
    try answer(.declarations, sources).declarations
  }

  /// Asks the tool about the course's own sources.
  private func answer(
    _ kind: SyntaxRequest.Kind, _ sources: [SyntaxRequest.Source]
  ) throws -> SyntaxAnswer {
    let question = SyntaxRequest(kind: kind, sources: sources)
    let (answer, outcome) = try WorkFolders.with("syntax", in: scratch) { folder in
      try ask(question, in: folder)
    }
    guard let answer else {
      throw InfrastructureError("the syntax tool failed: \(outcome.errorText.shortened(to: 400))")
    }
    return answer
  }

  /// Asks the tool.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - folder: A folder for this alone.
  ///   - sandbox: The sandbox in which the tool runs, if the sources are a student's.
  /// - Returns: The answer, if there is one, and how the tool ended.
  /// - Throws: When the question cannot be written or the answer cannot be read.
  func ask(
    _ question: SyntaxRequest, in folder: String, inside sandbox: Sandbox? = nil
  ) throws -> (SyntaxAnswer?, ChildOutcome) {
    let (request, answer) = (folder + "/request.json", folder + "/answer.json")
    try Files.write(JSONEncoder().encode(question), to: request)
    let command = [program, request, answer]
    let tools = URL(filePath: program).deletingLastPathComponent()
    let outcome = Child(
      command: sandbox?.wrap(
        command, in: folder, limits: .compiler,
        reading: [tools.path(percentEncoded: false).withoutTrailingSlash]) ?? command,
      environment: ["PATH": "/usr/bin:/bin", "HOME": folder, "TMPDIR": folder], limits: .compiler
    ).run()
    guard outcome.succeeded, let data = FileManager.default.contents(atPath: answer) else {
      return (nil, outcome)
    }
    return (try JSONDecoder().decode(SyntaxAnswer.self, from: data), outcome)
  }

  private static func sources(in package: String) -> [String] {
    let folder = package + "/Sources/SyntaxTool"
    let own = Files.tree(of: folder).filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
    return own + [package + "/Sources/Grading/Toolchain/SyntaxMessages.swift"]
  }
}
