package import CourseModel
import Foundation
package import GraderFormats

/// Everything that grading needs, prepared once: course, toolchain, sandbox and prebuilt course.
package struct GradingContext {
  package var selection: TestSelection
  package var course: Course
  var package: String

  /// The folder for prebuilt courses, tools and work folders.
  package var home: String
  package var toolchain: Toolchain
  package var sandbox: Sandbox
  package var prebuilt: PrebuiltCourse
  package var syntaxTool: SyntaxTool
  package var jobs: Int
  var cache: ChapterCache?

  /// Prepares grading against a course.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - selection: The part of it to grade.
  ///   - jobs: How many chapters are graded at the same time; `nil` for what this machine can do.
  ///   - sandbox: Which sandbox to use.
  ///   - cache: The results so far; without it, everything is graded.
  ///   - say: Called with a message before something is built.
  /// - Throws: `UsageError` or `BuildError`.
  package init(
    _ course: Course, _ selection: TestSelection = TestSelection(), jobs: Int? = nil,
    sandbox: Sandbox.Choice = .auto, cache: ChapterCache? = nil, say: (String) -> Void
  ) throws {
    self.course = course
    self.selection = selection
    self.cache = cache
    let place = try BuildPlace(for: course)
    (package, home, toolchain) = (place.package, place.home, place.toolchain)
    self.jobs = jobs ?? Machine.usualJobs
    let builder = PrebuiltCourseBuilder(
      course: course, package: package, home: home, toolchain: toolchain, jobs: self.jobs)
    prebuilt = try place.build(say: say) { try builder.prebuilt(progress: say) }
    syntaxTool = try place.syntaxTool(say: say)
    self.sandbox = try Sandbox.choose(sandbox, toolchain: toolchain.root)
    try selection.check(against: course)
    WorkFolders.removeLeftovers(from: home)
  }

  /// The course to grade against: the one at a path, or the checkout around the current folder.
  ///
  /// - Throws: `UsageError` or `ManifestError` when there is none.
  package static func course(_ named: String?) throws -> Course {
    let current = FileManager.default.currentDirectoryPath
    if let named {
      let path = URL(filePath: named).standardizedFileURL.path(percentEncoded: false)
      return try Course(root: path.withoutTrailingSlash)
    }
    guard let root = Course.root(above: current + "/x") else {
      throw UsageError("no course here: run ./grade.sh in a checkout, or give --course DIR")
    }
    return try Course(root: root)
  }

  /// A grader of this selection.
  ///
  /// - Parameter isOwnWork: Whether the course's own sources are graded, which need no review.
  /// - Returns: The grader.
  package func grader(ofOwnWork isOwnWork: Bool = false) -> Grader {
    let stager = Stager(
      course: course, unpacker: Unpacker(course: course, sandbox: sandbox), scratch: home + "/work")
    let builder = ChapterBuilder(prebuilt: prebuilt, sandbox: sandbox)
    let chapters = ChapterGrader(
      builder: builder, reader: isOwnWork ? nil : reader,
      sandbox: sandbox, selection: selection, home: home,
      cache: cache, cacheKey: cacheKey)
    return Grader(course: course, chapterGrader: chapters, stager: stager, jobs: jobs)
  }

  /// The fingerprints with which similar submissions are found.
  ///
  /// - Parameter staged: The staged submissions.
  /// - Returns: Their fingerprints, and those of the sample answers.
  /// - Throws: `InfrastructureError` when a problem of this machine prevents it.
  package func fingerprints(of staged: [StagedSubmission]) throws -> Fingerprints {
    try WorkFolders.with("alike", in: home + "/work") { folder in
      try Fingerprints(
        staged, of: course, stubs: Stager(course: course).stubs, by: reader, in: folder)
    }
  }

  private var reader: SourceReader { SourceReader(tool: syntaxTool, sandbox: sandbox) }

  package func results(_ submissions: [SubmissionResult], maxScore: Int) -> Results {
    Results(
      course: .init(name: courseName, version: prebuilt.key, maxScore: maxScore),
      environment: .init(
        swift: toolchain.version, platform: toolchain.platform, isolation: sandbox.isolation,
        jobs: jobs, schedules: selection.schedules),
      submissions: submissions.sorted { $0.name < $1.name })
  }

  /// The selected exercises, each with its chapter.
  package var wantedExercises: [(chapter: Chapter, exercise: Exercise)] {
    course.chapters.flatMap { chapter in selection.exercises(of: chapter).map { (chapter, $0) } }
  }

  /// What a result depends on besides the submission.
  package var cacheKey: String {
    "\(prebuilt.key) \(toolchain.version) \(selection.chapter ?? 0) \(selection.exercise ?? "") "
      + "\(selection.schedules ?? 0) \(selection.schedule ?? "")"
  }

  /// What must be the same if a result of an earlier run is to be used again.
  package var cacheKeyOfLaterRuns: String { "\(cacheKey) \(PrebuiltCourseKey.grader(in: package))" }

  /// The package's name, which is the first one in its manifest.
  private var courseName: String {
    let manifest = Files.text(package + "/Package.swift") ?? ""
    return manifest.firstMatch(of: /name: "([^"]+)"/).map { String($0.1) } ?? "course"
  }
}
