import CourseModel
package import GraderFormats

/// Everything that is compiled once per course: libraries, and each chapter's tests.
///
/// The tests are compiled against the interface of a chapter's *solution* (the stub's is the same,
/// but in a student's checkout there is no stub any more), with library evolution on. They reach
/// the chapter through its symbols only, so that a student's chapter is compiled alone and linked
/// to them, and nothing it declares (operators, extensions, macros) can change what they mean.
package struct PrebuiltCourse {
  var folder: String
  var key: String
  var compiler: Compiler

  var runner: String { folder + "/Runner.o" }
  var studentModules: String { folder + "/modules" }
  var harnessModules: String { folder + "/harness" }
  var interfaces: String { folder + "/interfaces" }
  var cache: String { folder + "/objects" }

  /// Where the compiled C modules of the system are kept, shared by all prebuilt courses and compilations.
  ///
  /// It cannot lie in the prebuilt course: its files remember their place, and a prebuilt course is moved when it is done.
  var moduleCache: String

  /// The objects of all libraries.
  var libraryObjects: [String] {
    Files.entries(of: folder + "/libraries").map { "\(folder)/libraries/\($0)" }
  }

  func tests(of chapter: Chapter) -> String { "\(folder)/\(chapter.module)Tests.o" }

  /// The options with which a chapter is compiled so that the prebuilt tests fit to it.
  func chapterOptions(folder: String, moduleCache: String) -> [String] {
    Self.resilient + Self.instrumented + [
      "-module-cache-path", moduleCache, "-file-compilation-dir", "Exercises/\(folder)",
    ]
  }

  /// The commands that do without the compiler's driver, once the prebuilt course has been made warm.
  var direct: DirectCommands? { Files.decoded(directFile) }
  var directFile: String { folder + "/commands.json" }

  /// The command by which the driver compiles a chapter to an object, and lists all that it declares.
  ///
  /// A list is written only together with a module, which is not needed.
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

  /// Compiles sources of the course's own as far as the compiler has something to say about them.
  ///
  /// - Parameters:
  ///   - module: The module's name.
  ///   - sources: The files.
  ///   - search: Where to look for what they import.
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

  /// What the tests need a chapter to declare.
  func declarations(of chapter: Chapter) -> [Declaration] {
    SymbolGraph.declarations(of: chapter.module, in: interfaces).filter(\.isPublic)
  }

  static let resilient = ["-Onone", "-enable-library-evolution"]

  /// As in `Package.swift`: a bubble is asked before each atomic access.
  #if os(Linux)
    static let instrumented = ["-sanitize=thread"]
  #else
    static let instrumented: [String] = []
  #endif

  /// Where to look for what students may import: the folder of Swift modules and one per C module.
  package var studentSearch: [String] { Self.search(studentModules) }
  package var harnessSearch: [String] { studentSearch + Self.search(harnessModules) + [interfaces] }

  private static func search(_ folder: String) -> [String] {
    let nested = Files.entries(of: folder).filter { !$0.contains(".") }.map { "\(folder)/\($0)" }
    return [folder] + nested
  }
}
