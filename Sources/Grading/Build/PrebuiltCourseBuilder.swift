import CourseModel
import Foundation
import GraderFormats

/// Builds the prebuilt course, unless it is built already.
struct PrebuiltCourseBuilder {
  var course: Course

  /// The package that holds the libraries.
  var package: String

  /// The folder for prebuilt courses and work folders.
  var home: String
  var toolchain: Toolchain
  var jobs: Int

  private var moduleCache: String {
    var digest = Digest()
    digest.add(toolchain.version)
    digest.add(toolchain.root)
    return "\(home)/modules-\(digest.hexadecimal)"
  }

  /// Returns the prebuilt course for the course as it is on disk now.
  ///
  /// - Parameter progress: Called with a message before something is built.
  /// - Returns: The prebuilt course, ready for use.
  /// - Throws: `BuildError` when the course's own code does not build.
  func prebuilt(progress: (String) -> Void) throws -> PrebuiltCourse {
    var tries = 3
    while true {
      do {
        return try newest(progress: progress)
      } catch let error as BuildError where error.isOutdated && tries > 1 {
        tries -= 1
      }
    }
  }

  private func newest(progress: (String) -> Void) throws -> PrebuiltCourse {
    let key = PrebuiltCourseKey.make(course: course, package: package, toolchain: toolchain)
    let place = "\(home)/prebuilt/\(key)"
    let compiler = Compiler(toolchain: toolchain)
    let finished = PrebuiltCourse(
      folder: place, key: key, compiler: compiler, moduleCache: moduleCache)
    if FileManager.default.fileExists(atPath: place + "/complete") {
      try makeWarm(finished)
      return finished
    }

    progress("building the course's libraries and tests, once")
    // Built in a temporary folder and then moved, so that two graders can start at the same time.
    let draft = "\(home)/prebuilt/\(WorkFolders.name(key))"
    defer { try? FileManager.default.removeItem(atPath: draft) }
    do {
      try build(
        PrebuiltCourse(folder: draft, key: key, compiler: compiler, moduleCache: moduleCache))
    } catch {
      try Machine.checkRoom(at: home)
      throw error
    }
    try Files.write(Data(), to: draft + "/complete")
    try? FileManager.default.moveItem(atPath: draft, toPath: place)
    guard FileManager.default.fileExists(atPath: place + "/complete") else {
      throw BuildError(what: "the prebuilt course", output: "\(place) cannot be written")
    }
    removeOldCourses(keeping: key)
    try makeWarm(finished)
    return finished
  }

  private func build(_ prebuilt: PrebuiltCourse) throws {
    let folders = [
      prebuilt.studentModules, prebuilt.harnessModules, prebuilt.interfaces, prebuilt.cache,
      prebuilt.moduleCache,
      prebuilt.folder + "/libraries",
    ]
    for folder in folders { try Files.makeFolder(folder) }
    // First what others depend on; then the rest, largest first, so that no processor is idle.
    let libraries = Library.all(in: package)
    for library in libraries { try emitModule(of: library, into: prebuilt) }
    let large = libraries.filter { !$0.swiftFiles.isEmpty }.sorted { $0.size > $1.size }
    let steps = large.map(Step.library) + course.chapters.map(Step.chapter) + [.runner]
    let problems = Workers(count: jobs).map(steps) { step -> BuildError? in
      do {
        switch step {
        case .library(let library): try compile(library, into: prebuilt)
        case .chapter(let chapter): try build(chapter, into: prebuilt)
        case .runner: try buildRunner(prebuilt)
        }
        return nil
      } catch {
        return error as? BuildError ?? BuildError(what: "the prebuilt course", output: "\(error)")
      }
    }
    if let problem = problems.compactMap(\.self).first { throw problem }
  }

  /// Something to build that nothing else depends on.
  private enum Step {
    case library(Library), chapter(Chapter), runner
  }

  /// Builds the module of a library, which the others import.
  private func emitModule(of library: Library, into prebuilt: PrebuiltCourse) throws {
    let modules = library.isForStudents ? prebuilt.studentModules : prebuilt.harnessModules
    if !library.cFiles.isEmpty { try build(c: library, into: prebuilt, modules: modules) }
    guard !library.swiftFiles.isEmpty else { return }
    let command = prebuilt.compiler.module(
      library.name, sources: library.swiftFiles, search: prebuilt.harnessSearch, object: nil,
      extra: Compiler.package + [
        "-Onone", "-module-cache-path", prebuilt.moduleCache, "-emit-module", "-emit-module-path",
        "\(modules)/\(library.name).swiftmodule",
      ])
    try run(command, what: "Sources/\(library.name)")
  }

  private func compile(_ library: Library, into prebuilt: PrebuiltCourse) throws {
    let command = prebuilt.compiler.module(
      library.name, sources: library.swiftFiles, search: prebuilt.harnessSearch,
      object: "\(prebuilt.folder)/libraries/\(library.name).o",
      extra: Compiler.package + ["-O", "-module-cache-path", prebuilt.moduleCache])
    try run(command, what: "Sources/\(library.name)")
  }

  private func build(c library: Library, into prebuilt: PrebuiltCourse, modules: String) throws {
    let headers = "\(modules)/\(library.name)"
    try FileManager.default.copyItem(atPath: library.include, toPath: headers)
    if !FileManager.default.fileExists(atPath: headers + "/module.modulemap") {
      let map = "module \(library.name) { umbrella \".\" export * }\n"
      try Files.write(Data(map.utf8), to: headers + "/module.modulemap")
    }
    for (index, source) in library.cFiles.enumerated() {
      let object = "\(prebuilt.folder)/libraries/\(library.name)-\(index).o"
      try run(
        prebuilt.compiler.c(source: source, include: library.include, object: object),
        what: "Sources/\(library.name)")
    }
  }

  /// Compiles what students may import into the module cache, which is read-only later, and asks
  /// the driver for its commands.
  ///
  /// The prebuilt course must be in its final place, because the cache contains the paths of its C
  /// modules. A student's chapter that needs a module which is not in the cache is compiled twice.
  private func makeWarm(_ prebuilt: PrebuiltCourse) throws {
    let mark = prebuilt.folder + "/warm"
    guard !FileManager.default.fileExists(atPath: mark) else { return }
    let system = [
      "Dispatch", "Distributed", "Foundation", "FoundationEssentials", "FoundationNetworking",
      "Glibc", "Observation", "RegexBuilder", "Runtime", "Synchronization", "Testing",
    ]
    let own = Library.all(in: package).filter(\.isForStudents).map(\.name)
    let text = (system + own).map { "#if canImport(\($0))\nimport \($0)\n#endif\n" }.joined()
    // Another grader may be doing the same.
    let folder = "\(home)/work/\(WorkFolders.name("warm"))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Files.makeFolder(folder)
    let source = folder + "/Imports.swift"
    try Files.write(Data(text.utf8), to: source)
    let command = prebuilt.compiler.module(
      "Imports", sources: [source], search: prebuilt.studentSearch, object: folder + "/Imports.o",
      extra: PrebuiltCourse.resilient + ["-module-cache-path", prebuilt.moduleCache])
    try run(command, what: "the module cache")
    let direct = DirectCommands(prebuilt, imports: folder + "/Imports.o", in: folder) { command in
      try? run(command, what: "the driver's answer")
    }
    if let direct { try Files.write(JSONEncoder().encode(direct), to: prebuilt.directFile) }
    try Files.write(Data(), to: mark)
  }

  private func buildRunner(_ prebuilt: PrebuiltCourse) throws {
    let command = prebuilt.compiler.module(
      "ChapterRunner", sources: Files.swift(in: Library.runner(in: package)),
      search: prebuilt.harnessSearch, object: prebuilt.runner,
      extra: Compiler.package + ["-O", "-module-cache-path", prebuilt.moduleCache])
    try run(command, what: "Sources/ChapterRunner")
  }

  private func build(_ chapter: Chapter, into prebuilt: PrebuiltCourse) throws {
    let interface = prebuilt.compiler.module(
      chapter.module,
      sources: Files.swift(in: "\(course.root)/Solutions/\(chapter.folder)"),
      search: prebuilt.studentSearch, object: nil,
      extra: prebuilt.chapterOptions(folder: chapter.folder, moduleCache: moduleCache) + [
        "-emit-module", "-emit-module-path", "\(prebuilt.interfaces)/\(chapter.module).swiftmodule",
        "-suppress-warnings",
      ] + SymbolGraph.options(folder: prebuilt.interfaces, access: "public"))
    try run(interface, what: "Solutions/\(chapter.folder)")
    let tests = prebuilt.compiler.module(
      chapter.module + "Tests", sources: Files.swift(in: "\(course.root)/Tests/\(chapter.folder)"),
      search: prebuilt.harnessSearch, object: prebuilt.tests(of: chapter),
      extra: [
        "-Onone", "-module-cache-path", prebuilt.moduleCache, "-suppress-warnings",
        "-file-compilation-dir", "Tests/\(chapter.folder)",
      ])
    try run(tests, what: "Tests/\(chapter.folder)")
  }

  @discardableResult
  private func run(_ command: [String], what: String) throws -> String {
    // The compiler's driver leaves its temporary folders behind.
    let outcome = try WorkFolders.with("prebuilt", in: home + "/work") { folder in
      DriverFolder.use(near: folder) {
        Child.run(command, adding: ["TMPDIR": $0], limits: .ownCode)
      }
    }
    if !outcome.succeeded {
      throw BuildError(what: what, output: outcome.outputText + outcome.errorText)
    }
    return outcome.outputText
  }

  /// Keeps only the newest prebuilt courses, enough to switch between branches without a new build.
  private func removeOldCourses(keeping key: String) {
    let folder = home + "/prebuilt"
    let dated = Files.entries(of: folder).filter { $0 != key && !$0.contains(".") }.map {
      name -> (Date, String) in
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      return (attributes?[.modificationDate] as? Date ?? .distantPast, name)
    }
    for (_, name) in dated.sorted(by: >).dropFirst(3) {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }
}
