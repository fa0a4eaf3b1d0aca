import CourseModel
import Foundation
import GraderFormats

/// A digest of what a prebuilt course depends on: the course's sources, the compiler, and the way
/// it is built.
///
/// `Exercises` is where students write, so only its manifests count.
enum PrebuiltCourseKey {
  /// To be raised when prebuilt courses are made differently from the same sources.
  private static let format = "prebuilt/13"

  static func make(course: Course, package: String, toolchain: Toolchain) -> String {
    var digest = Digest()
    digest.add(format)
    digest.add(toolchain.version)
    add(folder: Library.runner(in: package), to: &digest)
    let command = Compiler(toolchain: toolchain).module(
      "", sources: [], search: [], object: nil,
      extra: PrebuiltCourse.resilient + PrebuiltCourse.instrumented + [UnsafeUses.option])
    for argument in command { digest.add(argument) }
    for library in Library.all(in: package) { add(folder: library.folder, to: &digest) }
    for chapter in course.chapters {
      digest.add(manifest(of: chapter))
      add(folder: "\(course.root)/Solutions/\(chapter.folder)", to: &digest)
      add(folder: "\(course.root)/Tests/\(chapter.folder)", to: &digest)
    }
    return digest.hexadecimal
  }

  /// A digest of what else a result depends on: how this grader builds and judges.
  static func grader(in package: String) -> String {
    var digest = Digest()
    add(folder: package + "/Sources", to: &digest)
    return digest.hexadecimal
  }

  /// The manifest without promises and mutants, because no verdict depends on them.
  private static func manifest(of chapter: Chapter) -> Data {
    var manifest = chapter.manifest
    for index in manifest.exercises.indices {
      manifest.exercises[index].promises = nil
      manifest.exercises[index].background = nil
      manifest.exercises[index].equivalent = nil
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(manifest)) ?? Data()
  }

  private static func add(folder: String, to digest: inout Digest) {
    for file in Files.tree(of: folder) where !file.hasPrefix("Variants") {
      guard let content = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
        continue
      }
      digest.add(file)
      digest.add(String(content.count))
      digest.add(content)
    }
  }
}
