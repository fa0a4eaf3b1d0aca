import CourseModel
import Foundation
import GraderFormats

/// Compiles a student's chapter and links it to the prebuilt tests.
struct ChapterBuilder {
  var prebuilt: PrebuiltCourse
  var sandbox: Sandbox
  private let direct: DirectCommands?

  init(prebuilt: PrebuiltCourse, sandbox: Sandbox) {
    self.prebuilt = prebuilt
    self.sandbox = sandbox
    direct = prebuilt.direct
  }

  /// Builds the chapter, if necessary without the files that prevent the rest from being built.
  ///
  /// - Parameters:
  ///   - staged: The sources.
  ///   - wanted: The files that are to be judged.
  ///   - forbidden: The files that must not be compiled, each with the reasons.
  ///   - unread: The files that count as not compiling even if they compile, each with the reasons.
  ///   - folder: An empty folder for this chapter alone.
  /// - Returns: The program, and what was left out.
  /// - Throws: When a problem of this machine prevents the build.
  func build(
    _ staged: StagedChapter, wanted: Set<String>, forbidden: [String: [Diagnostic]] = [:],
    unread: [String: [Diagnostic]] = [:], in folder: String
  ) throws -> ChapterBuild {
    var build = ChapterBuild()
    var attempts = 0
    var stops = 0
    let search = FileSearch(files: staged.startedFiles, wanted: wanted)
    let found = try search.run { leftOut in
      // Code on which the compiler never finishes must not cost minutes for each file.
      if stops == Self.stopLimit { return [Self.untried] }
      let rest = forbidden.filter { !leftOut.contains($0.key) }.sorted { $0.key < $1.key }
      if !rest.isEmpty { return rest.flatMap(\.value) }
      attempts += 1
      let place = "\(folder)/\(attempts)"
      for part in ["sources", "link"] { try Files.makeFolder("\(place)/\(part)") }
      let chosen = try staged.leaving(out: leftOut)
      switch try compile(chosen, in: place + "/sources") {
      case .failed(let errors):
        if errors == [Self.endless] { stops += 1 }
        return errors
      case .compiled(let object, let remarks):
        let hidden = unread.filter { !leftOut.contains($0.key) }.sorted { $0.key < $1.key }
        if !hidden.isEmpty { return hidden.flatMap(\.value) }
        let program = place + "/link/Tests"
        let missing = try link(object, of: staged.chapter, to: program, in: place + "/link")
        guard missing.isEmpty else { return missing }
        build.program = program
        build.remarks = remarks
        return nil
      }
    }
    if let first = found.failure.first {
      throw InfrastructureError(
        "Exercises/\(staged.chapter.folder) of this checkout does not build: "
          + first.headline)
    }
    build.leftOut = found.leftOut
    // Only files of the course are left: there is nothing to judge.
    if wanted.isSubset(of: found.leftOut.keys) { build.program = nil }
    return build
  }

  /// How often the compiler may be stopped for one chapter: a minute of its time in all.
  private static let stopLimit = 3

  private static let untried = Diagnostic(
    file: "", line: 0,
    message: "not tried: the compiler did not finish this chapter in \(stopLimit) attempts")

  /// Compiles the chapter, unless exactly the same sources were compiled before.
  ///
  /// - Parameters:
  ///   - staged: The sources.
  ///   - folder: An empty folder for this chapter alone.
  /// - Returns: The object, or the errors.
  /// - Throws: When a problem of this machine prevents the compilation.
  func compile(_ staged: StagedChapter, in folder: String) throws -> Compilation {
    let name = "\(staged.chapter.module)-\(staged.digest)"
    let cached = "\(prebuilt.cache)/\(name).o"
    let failed = "\(prebuilt.cache)/\(name).json"
    let remarked = "\(prebuilt.cache)/\(name)-remarks.json"
    if FileManager.default.fileExists(atPath: cached) {
      return .compiled(object: cached, remarks: Files.decoded(remarked) ?? CompilerRemarks())
    }
    if let diagnostics: [Diagnostic] = Files.decoded(failed) { return .failed(diagnostics) }

    for (name, content) in staged.files {
      try Files.write(content, to: "\(folder)/\(name)")
    }
    let object = "\(folder)/\(staged.chapter.module).o"
    var outcome = compile(staged, to: object, moduleCache: prebuilt.moduleCache, in: folder)
    if !outcome.succeeded, outcome.errorText.contains(prebuilt.moduleCache) {
      // An import that is not in the shared cache: its C modules need a cache for this chapter.
      outcome = compile(staged, to: object, moduleCache: folder + "/modules", in: folder)
    }
    if outcome.succeeded {
      let remarks = CompilerRemarks(
        output: outcome.errorText + outcome.outputText, files: staged.files,
        isCutOff: outcome.isTruncated || outcome.lacksErrors)
      let (module, lists) = (staged.chapter.module, folder + Self.declarations)
      guard !SymbolGraph.isTooLong(of: module, in: lists) else {
        return fail([Self.tooMuch], failed)
      }
      let changes = Declaration.changes(
        from: prebuilt.declarations(of: staged.chapter),
        to: SymbolGraph.declarations(of: module, in: lists))
      if !changes.isEmpty { return fail(changes, failed) }
      #if os(Linux)
        if let name = try ForeignDefinitions.first(in: object, module: staged.chapter.module) {
          return fail([Self.foreign(name)], failed)
        }
      #endif
      // Before the object, because another grader that finds the object reads these at once.
      if !remarks.isEmpty { try Files.write(JSONEncoder().encode(remarks), to: remarked) }
      return .compiled(object: keep(object, as: cached) ? cached : object, remarks: remarks)
    }
    if let infrastructureError = InfrastructureError(ofDriver: outcome) {
      throw infrastructureError
    }
    let diagnostics = explain(outcome)
    // An error that is not about the chapter, such as a full disk, may be gone next time.
    let isAboutIt = diagnostics.contains { staged.files[$0.file] != nil }
    return isAboutIt ? fail(diagnostics, failed) : .failed(diagnostics)
  }

  private static let tooMuch = Diagnostic(
    file: "", line: 0,
    message:
      "this code declares more than the grader can look at: keep only what the exercise needs")

  private static func foreign(_ name: String) -> Diagnostic {
    Diagnostic(
      file: "", line: 0,
      message:
        "this code defines `\(name)`, a name that does not belong to this chapter: remove the "
        + "attribute or the declaration that does it")
  }

  private func fail(_ diagnostics: [Diagnostic], _ file: String) -> Compilation {
    if let data = try? JSONEncoder().encode(diagnostics) { try? Files.write(data, to: file) }
    return .failed(diagnostics)
  }

  /// The place in its folder where the compiler lists what a chapter declares.
  private static let declarations = "/declarations"

  private func compile(
    _ staged: StagedChapter, to object: String, moduleCache: String, in folder: String
  ) -> ChildOutcome {
    let sources = staged.files.keys.sorted()
    let declarations = folder + Self.declarations
    try? Files.makeFolder(declarations)
    let reading = [prebuilt.studentModules, prebuilt.moduleCache]
    if let direct {
      let command = direct.compile(
        staged.chapter, sources: sources, object: object, moduleCache: moduleCache,
        declarations: declarations)
      let outcome = run(command, in: folder, reading: reading)
      // A compiler that crashes prints too much; its driver prints one line.
      if case .exited(0...1) = outcome.end { return outcome }
      if Self.wasStopped(outcome.end, "") || outcome.end == .signaled(SIGKILL) { return outcome }
    }
    let command = prebuilt.chapterCommand(
      module: staged.chapter.module, folder: staged.chapter.folder, sources: sources,
      object: object, moduleCache: moduleCache, declarations: declarations)
    return run(command, in: folder, reading: reading)
  }

  /// Links a compiled chapter with its tests.
  ///
  /// - Returns: The missing declarations, or another error; empty when the program was linked.
  /// - Throws: When a problem of this machine prevents the linking.
  func link(_ object: String, of chapter: Chapter, to program: String, in folder: String)
    throws -> [Diagnostic]
  {
    // The driver writes files beside its first input, so this must be in a folder it may write to.
    let near = "\(folder)/\(chapter.module).o"
    try? FileManager.default.createSymbolicLink(atPath: near, withDestinationPath: object)
    let objects = [near, prebuilt.tests(of: chapter), prebuilt.runner] + prebuilt.libraryObjects
    if let direct,
      run(direct.link(objects, to: program), in: folder, reading: [prebuilt.folder]).succeeded
    {
      return []
    }
    // A symbol may be in a library that the direct command does not name. The driver finds it.
    let outcome = run(
      prebuilt.compiler.link(objects, to: program), in: folder, reading: [prebuilt.folder])
    if outcome.succeeded { return [] }
    if let infrastructureError = InfrastructureError(ofDriver: outcome) {
      throw infrastructureError
    }
    let symbols = MissingDeclarations.symbols(in: outcome.errorText + outcome.outputText)
    if symbols.isEmpty { return explain(outcome) }
    let demangled = run(
      [prebuilt.compiler.toolchain.swift, "demangle", "-compact", "-simplified"] + symbols,
      in: folder)
    return MissingDeclarations.diagnostics(
      demangled: demangled.outputText.split(separator: "\n").map(String.init),
      declarations: prebuilt.declarations(of: chapter))
  }

  private func run(
    _ command: [String], in folder: String, reading: [String] = []
  ) -> ChildOutcome {
    let limits = Limits.compiler
    return DriverFolder.use(near: folder, in: sandbox) { temporary in
      Child(
        command: sandbox.wrap(command, in: folder, limits: limits, reading: reading),
        environment: [
          "PATH": prebuilt.compiler.toolchain.root + "/usr/bin:/usr/bin:/bin", "HOME": folder,
          "TMPDIR": temporary, "LANG": "C.UTF-8",
        ],
        limits: limits
      ).run()
    }
  }

  private static let endless = Diagnostic(
    file: "", line: 0,
    message: "the compiler did not finish with this code within "
      + "\(Limits.compiler.processorSeconds) s")

  private func explain(_ outcome: ChildOutcome) -> [Diagnostic] {
    let text = outcome.errorText + outcome.outputText
    // How far the compiler got before it was stopped depends on the machine.
    if Self.wasStopped(outcome.end, text) { return [Self.endless] }
    let diagnostics = Diagnostic.parse(text)
    if !diagnostics.isEmpty { return diagnostics }
    let reason = text.split(separator: "\n").first.map(String.init) ?? "the compiler gave no reason"
    return [Diagnostic(file: "", line: 0, message: reason)]
  }

  /// Whether the compiler was ended at a limit, which its driver reports only in a message.
  private static func wasStopped(_ end: ChildOutcome.End, _ text: String) -> Bool {
    switch end {
    case .killed, .signaled(SIGXCPU): true
    default: DriverWords.signal(in: text) == SIGXCPU
    }
  }

  /// Puts an object into the cache in one step, because other workers read the cache meanwhile.
  ///
  /// - Returns: Whether it is there; a full disk must not leave half of it.
  private func keep(_ object: String, as cached: String) -> Bool {
    let draft = "\(cached).\(UUID().uuidString)"
    guard (try? FileManager.default.copyItem(atPath: object, toPath: draft)) != nil else {
      try? FileManager.default.removeItem(atPath: draft)
      return false
    }
    return rename(draft, cached) == 0
  }
}
