import CourseModel
package import GraderFormats

/// Everything that is compiled once per course: libraries, and each chapter's tests.
///
/// The tests are compiled against the interface of a chapter's *solution*, with library evolution
/// on. (The stub has the same interface, but a student's checkout no longer has the stub.) The
/// tests use the chapter through its symbols only. So a student's chapter is compiled alone and
/// linked to them, and nothing that it declares (operators, extensions, macros) can change what
/// they mean.
package struct PrebuiltCourse {
  var folder: String
  var key: String
  var compiler: Compiler

  var runner: String { folder + "/Runner.o" }
  var studentModules: String { folder + "/modules" }
  var harnessModules: String { folder + "/harness" }
  var interfaces: String { folder + "/interfaces" }
  var cache: String { folder + "/objects" }

  /// The cache of the system's compiled C modules, which all prebuilt courses share.
  ///
  /// It cannot lie in the prebuilt course, because its files contain their own paths, and a
  /// prebuilt course is moved when it is complete.
  var moduleCache: String

  /// The objects of all libraries.
  var libraryObjects: [String] {
    Files.entries(of: folder + "/libraries").map { "\(folder)/libraries/\($0)" }
  }

  func tests(of chapter: Chapter) -> String { "\(folder)/\(chapter.module)Tests.o" }

  /// The options with which a chapter must be compiled to fit the prebuilt tests.
  func chapterOptions(folder: String, moduleCache: String) -> [String] {
    Self.resilient + Self.instrumented + [
      "-module-cache-path", moduleCache, "-file-compilation-dir", "Exercises/\(folder)",
    ]
  }

  /// The commands that replace the compiler's driver; see `PrebuiltCourseBuilder.makeWarm`.
  var direct: DirectCommands? { Files.decoded(directFile) }
  var directFile: String { folder + "/commands.json" }

  /// The command with which the driver compiles a chapter, and lists everything that it declares.
  ///
  /// The compiler writes the list only together with a module, which is not needed.
  func chapterCommand(
    module: String, folder: String, sources: [String], object: String, moduleCache: String,
    declarations: String
  ) -> [String] {
    compiler.module(
      module, sources: sources, search: studentSearch, object: object,
      extra: chapterOptions(folder: folder, moduleCache: moduleCache) + [
        "-emit-module", "-emit-module-path", object.dropLast(2) + ".swiftmodule",
        "-no-emit-module-separately-wmo", UnsafeUses.option,
      ] + SymbolGraph.options(folder: declarations, access: "private"))
  }

  /// Type-checks sources of the course itself.
  ///
  /// - Parameters:
  ///   - module: The module's name.
  ///   - sources: The files.
  ///   - search: The folders with the modules that they import.
  /// - Returns: Whether they compile, and the errors and warnings.
  package func typecheck(
    _ module: String, _ sources: [String], search: [String]
  ) -> (compiles: Bool, found: [Diagnostic]) {
    let outcome = Child.run(
      compiler.module(
        module, sources: sources, search: search, object: nil,
        extra: ["-typecheck", "-module-cache-path", moduleCache]))
    let text = outcome.errorText + outcome.outputText
    let errors = outcome.succeeded ? [] : Diagnostic.parse(text)
    return (outcome.succeeded, errors + Diagnostic.parse(text, .warning))
  }

  /// The declarations of a chapter that its tests may use.
  func declarations(of chapter: Chapter) -> [Declaration] {
    SymbolGraph.declarations(of: chapter.module, in: interfaces).filter(\.isPublic)
  }

  static let resilient = ["-Onone", "-enable-library-evolution"]

  /// The same as in `Package.swift`: the code calls a function before each memory access.
  #if os(Linux)
    static let instrumented = ["-sanitize=thread"]
  #else
    static let instrumented: [String] = []
  #endif

  /// The folders with what students may import: one for all Swift modules, and one per C module.
  package var studentSearch: [String] { Self.search(studentModules) }
  package var harnessSearch: [String] { studentSearch + Self.search(harnessModules) + [interfaces] }

  private static func search(_ folder: String) -> [String] {
    let nested = Files.entries(of: folder).filter { !$0.contains(".") }.map { "\(folder)/\($0)" }
    return [folder] + nested
  }
}
