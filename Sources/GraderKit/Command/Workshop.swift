import CourseModel
import Foundation

/// Everything that grading needs, put together once: course, toolchain, sandbox and kit.
struct Workshop {
  var options: Options
  var course: Course
  var package: String
  var toolchain: Toolchain
  var sandbox: Sandbox
  var kit: Kit
  var syntaxTool: SyntaxTool
  var jobs: Int
  var memory: ChapterMemory?

  /// Prepares grading against a course.
  ///
  /// - Parameters:
  ///   - options: What was asked for.
  ///   - progress: Told what is being built.
  ///   - memory: What is already graded; without one, everything is graded.
  /// - Throws: `UsageError`, `ManifestError` or `BuildError`.
  init(options: Options, progress: Progress, memory: ChapterMemory? = nil) throws {
    self.options = options
    self.memory = memory
    course = try Self.course(options)
    package = Course.root(above: course.root + "/x") ?? course.root
    try ShellLimits.check()
    toolchain = try Toolchain.find()
    jobs = options.jobs ?? Self.usualJobs
    try Self.makeSureItCanBeWritten(Self.home(of: package))
    let builder = KitBuilder(course: course, package: package, toolchain: toolchain, jobs: jobs)
    let (package, toolchain) = (package, toolchain)
    (kit, syntaxTool) = try BuildLock(path: Self.home(of: package) + "/lock").hold {
      progress.say("waiting for another grader, which is building")
    } _: {
      (
        try builder.kit(progress: progress.say),
        try SyntaxTool(package: package, toolchain: toolchain, home: Self.home(of: package))
      )
    }
    sandbox = try Sandbox.choose(
      options.sandbox, toolchain: toolchain.root)
    try options.check(against: course)
    WorkFolders.removeLeftovers(from: home + "/work")
    WorkFolders.removeLeftovers(from: home + "/kits")
  }

  /// As many as there are processors, if each finds the memory that a compiler and a test may take.
  static var usualJobs: Int {
    let machine = ProcessInfo.processInfo
    return max(1, min(machine.activeProcessorCount, Int(machine.physicalMemory >> 31)))
  }

  /// The course to grade against: the one named, or the checkout around the current folder.
  ///
  /// - Throws: `UsageError` or `ManifestError` when there is none.
  static func course(_ options: Options) throws -> Course {
    let current = FileManager.default.currentDirectoryPath
    if let named = options.course {
      let path = URL(filePath: named).standardizedFileURL.path(percentEncoded: false)
      return try Course(root: path.withoutTrailingSlash)
    }
    guard let root = Course.root(above: current + "/x") else {
      throw UsageError("no course here: run ./grade.sh in a checkout, or give --course DIR")
    }
    return try Course(root: root)
  }

  var home: String { Self.home(of: package) }

  private static func home(of package: String) -> String { package + "/.build/grader" }

  /// Makes sure that there is a place to build and to unpack.
  ///
  /// - Throws: `UsageError` when the checkout is somebody else's.
  static func makeSureItCanBeWritten(_ home: String) throws {
    let folders = ["work", "kits"].map { "\(home)/\($0)" }
    for folder in folders {
      do {
        try Files.makeFolder(folder)
      } catch {
        // A disk that is full is another matter.
        try Disk.makeSureThereIsRoom(at: home)
      }
      guard access(folder, W_OK | X_OK) == 0 else {
        throw UsageError(
          "\(folder) cannot be written: clone the course into a folder of your own")
      }
    }
  }

  /// What grades with these options.
  ///
  /// - Parameters:
  ///   - options: Others than the workshop's own.
  ///   - isOwnWork: Whether it is the course's own sources that are graded, which need no review.
  /// - Returns: The grader.
  func grader(_ options: Options? = nil, ofOwnWork isOwnWork: Bool = false) -> Grader {
    let stager = Stager(
      course: course, unpacker: Unpacker(course: course, sandbox: sandbox), scratch: home + "/work")
    let builder = ChapterBuilder(kit: kit, sandbox: sandbox)
    let chapters = ChapterGrader(
      builder: builder, reader: isOwnWork ? nil : reader,
      sandbox: sandbox, options: options ?? self.options, home: home,
      memory: memory, terms: terms)
    return Grader(course: course, chapterGrader: chapters, stager: stager, jobs: jobs)
  }

  /// What tells which of these submissions are alike.
  ///
  /// - Parameter staged: What was taken from the submissions.
  /// - Returns: Their fingerprints, and those of the sample answers.
  /// - Throws: `GradingTrouble` when this machine keeps them from being read.
  func fingerprints(of staged: [StagedSubmission]) throws -> Fingerprints {
    let folder = "\(home)/work/\(WorkFolders.name("alike"))"
    defer { Files.removeAll(folder) }
    try Files.makeFolder(folder)
    return try Fingerprints(
      staged, of: course, stubs: Stager(course: course).stubs, by: reader, in: folder)
  }

  private var reader: SourceReader { SourceReader(tool: syntaxTool, sandbox: sandbox) }

  func results(_ submissions: [SubmissionResult], maxScore: Int) -> Results {
    Results(
      course: .init(name: courseName, version: kit.key, maxScore: maxScore),
      environment: .init(
        swift: toolchain.version, platform: toolchain.platform, isolation: sandbox.isolation,
        jobs: jobs, schedules: options.schedules),
      shard: options.shard.map { "\($0.number)/\($0.count)" },
      submissions: submissions.sorted { $0.name < $1.name })
  }

  /// The exercises that were asked for, each with its chapter.
  var wantedExercises: [(chapter: Chapter, exercise: Exercise)] {
    course.chapters.flatMap { chapter in
      chapter.manifest.exercises.filter {
        options.wants(chapter: chapter.manifest.number, exercise: $0.id)
      }.map { (chapter, $0) }
    }
  }

  /// What a result depends on besides the submission.
  var terms: String {
    "\(kit.key) \(toolchain.version) \(options.chapter ?? 0) \(options.exercise ?? "") "
      + "\(options.schedules ?? 0) \(options.schedule ?? "")"
  }

  /// The package's name, which its manifest states first.
  private var courseName: String {
    let manifest = Files.text(package + "/Package.swift") ?? ""
    return manifest.firstMatch(of: /name: "([^"]+)"/).map { String($0.1) } ?? "course"
  }
}

extension Options {
  /// Makes sure that the chapter and the exercise asked for exist.
  ///
  /// - Throws: `UsageError` with what there is instead.
  func check(against course: Course) throws {
    if let chapter, !course.chapters.contains(where: { $0.manifest.number == chapter }) {
      let numbers = course.chapters.map { "\($0.manifest.number)" }.joined(separator: ", ")
      throw UsageError("there is no chapter \(chapter): the course has \(numbers)")
    }
    if let exercise, course.exercise(exercise) == nil {
      let number = exercise.prefix { $0 != "." }
      let ids = course.chapters.filter { "\($0.manifest.number)" == number }
        .flatMap { $0.manifest.exercises.map(\.id) }.joined(separator: ", ")
      throw UsageError(
        ids.isEmpty
          ? "there is no exercise \(exercise): the course has chapters "
            + course.chapters.map { "\($0.manifest.number)" }.joined(separator: ", ")
          : "there is no exercise \(exercise): chapter \(number) has \(ids)")
    }
  }
}
