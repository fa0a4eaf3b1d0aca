import CourseModel
public import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Marks the suite of an exercise, and cancels its tests while the exercise has not been started.
///
/// A cancelled test does not count as failed: `swift test` on a fresh clone passes, and lists what
/// there is to do. The grader itself finds out what was started, so the trait does nothing there.
public struct ExerciseTrait: SuiteTrait, TestTrait, TestScoping {
  let id: String
  let testFile: String

  /// Applies to each test of the suite, because only a test can be cancelled. (Swift Testing then
  /// requires `TestTrait`, too.)
  public var isRecursive: Bool { true }

  /// Runs a test unless its exercise is still untouched.
  @concurrent public func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let isUntouched: Bool
    let file: String
    do {
      (isUntouched, file) = try look()
    } catch {
      Issue.record("exercise \(id) cannot be looked up: \(error)")
      return
    }
    if isUntouched {
      try Test.cancel("not started: open \(file) and fill TODO(\(id))")
    }
    try await function()
  }

  /// Compares the exercise's file with the fingerprint of its stub.
  private func look() throws -> (isUntouched: Bool, file: String) {
    let environment = ProcessInfo.processInfo.environment
    let isGraded = environment["COURSE_GRADING"] == "1"
    let sources = environment["COURSE_SOURCES"] ?? "Exercises"
    if isGraded || sources != "Exercises" { return (false, "") }

    guard let root = Course.root(above: testFile) else { throw ManifestError.noChapters(testFile) }
    let folder = testFile.split(separator: "/").dropLast().last.map(String.init) ?? ""
    let chapter = try Course.chapter(folder, root: root)
    let shown = "Exercises/\(folder)/"
    guard let exercise = chapter.exercise(id) else {
      throw ManifestError.unknownExercise(id, file: shown + "chapter.json")
    }
    guard let data = FileManager.default.contents(atPath: "\(root)/\(shown)\(exercise.file)") else {
      throw ManifestError.unreadable(shown + exercise.file)
    }
    let current = fingerprint(ofSwiftSource: String(decoding: data, as: UTF8.self))
    return (current == exercise.stub, shown + exercise.file)
  }
}

extension Trait where Self == ExerciseTrait {
  /// Ties a suite to an exercise of the test file's chapter.
  ///
  ///     @Suite("3.1 Ping", .exercise("3.1")) struct PingTests { … }
  ///
  /// - Parameters:
  ///   - id: The exercise's id in `chapter.json`.
  ///   - testFile: The test file, whose folder is the chapter's.
  /// - Returns: A trait that cancels the suite's tests while the exercise is untouched.
  public static func exercise(_ id: String, testFile: String = #filePath) -> Self {
    ExerciseTrait(id: id, testFile: testFile)
  }
}
