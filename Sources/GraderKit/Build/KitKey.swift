import CourseModel
import Foundation

/// What a kit depends on: the course's sources, the compiler, and how kits are made.
enum KitKey {
  /// To be raised when kits are made differently from the same sources.
  private static let format = "kit/1"

  static func make(course: Course, package: String, toolchain: Toolchain) -> String {
    var digest = Digest()
    digest.add(format)
    digest.add(toolchain.version)
    digest.add(toolchain.root)
    for library in Library.all(in: package) { add(folder: library.folder, to: &digest) }
    for chapter in course.chapters {
      add(folder: "\(course.root)/Exercises/\(chapter.folder)", to: &digest)
      add(folder: "\(course.root)/Tests/\(chapter.folder)", to: &digest)
    }
    return digest.hexadecimal
  }

  private static func add(folder: String, to digest: inout Digest) {
    let entries = FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
    let files = entries.compactMap { $0 as? String }.filter { !$0.hasPrefix("Variants") }.sorted()
    for file in files {
      guard let content = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
        continue
      }
      digest.add(file)
      digest.add(String(content.count))
      digest.add(content)
    }
  }
}
