package import CourseModel

/// The folder in which a course's programs are built, and the toolchain that builds them.
package struct BuildPlace {
  /// The package that the course belongs to, which holds the sources of the programs.
  var package: String

  /// The folder for prebuilt courses, tools and work folders.
  var home: String
  var toolchain: Toolchain

  /// Finds the toolchain and makes the folders.
  ///
  /// - Parameter course: The course.
  /// - Throws: `UsageError` or `InfrastructureError` when nothing can be built here.
  package init(for course: Course) throws {
    package = Course.root(above: course.root + "/x") ?? course.root
    try ShellLimits.check()
    toolchain = try Toolchain.find()
    home = package + "/.build/grader"
    try WorkFolders.make(in: home)
  }

  /// Builds what several graders share; only one grader builds at a time.
  func build<Result>(say: (String) -> Void, _ body: () throws -> Result) rethrows -> Result {
    try BuildLock(path: home + "/lock").hold {
      say("waiting for another grader that is building")
    } _: {
      try body()
    }
  }

  /// The syntax tool, which is built if necessary.
  ///
  /// - Parameter say: Called with a message before something is built.
  /// - Returns: The tool.
  /// - Throws: `BuildError`.
  package func syntaxTool(say: (String) -> Void) throws -> SyntaxTool {
    try build(say: say) {
      try SyntaxTool(package: package, toolchain: toolchain, home: home, say: say)
    }
  }
}
