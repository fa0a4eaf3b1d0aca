import CourseModel
import GraderFormats
import Grading

/// The public declarations of a course's stubs and solutions, read once for all checks.
struct PublicDeclarations {
  private var found: [String: [PublicDeclaration]]

  /// - Parameter found: The declarations of each file, by its path in the course.
  init(_ found: [String: [PublicDeclaration]]) { self.found = found }

  /// Reads all files that exist.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - tool: The tool that reads them.
  /// - Throws: `InfrastructureError` when the tool fails.
  init(of course: Course, by tool: SyntaxTool) throws {
    let paths = course.chapters.flatMap { chapter in
      chapter.manifest.exercises.flatMap { exercise in
        ["Exercises", "Solutions"].map { "\($0)/\(chapter.folder)/\(exercise.file)" }
      }
    }
    let sources = paths.compactMap { path in
      Files.text("\(course.root)/\(path)").map { (path, SyntaxRequest.Source(text: $0)) }
    }
    let answers = try tool.declarations(of: sources.map(\.1))
    self.init(Dictionary(zip(sources.map(\.0), answers)) { first, _ in first })
  }

  /// The declarations of a file, by its path in the course; `nil` if it is missing.
  subscript(path: String) -> [PublicDeclaration]? { found[path] }
}
