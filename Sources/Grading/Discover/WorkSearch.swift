import CourseModel
import Foundation
import GraderFormats

/// Looks for the work in a folder that was handed in.
struct WorkSearch {
  /// What was found.
  enum Work: Equatable {
    /// A folder laid out like `Exercises/`.
    case chapters(String)

    /// Files without chapter folders, by their places in the course.
    case loose([String: String])

    /// The only archive in the folder.
    case archive(String)

    /// Nothing to grade; the reason, if there is more to say than that there is no chapter.
    case nothing(reason: String?)
  }

  var course: Course

  /// Looks for chapters, then for an archive, then for files that the course knows by their names.
  ///
  /// - Parameters:
  ///   - folder: The folder to look in.
  ///   - depth: How many levels down the chapters may be.
  /// - Returns: What was found.
  func work(in folder: String, depth: Int = 4) -> Work {
    let layout = Layout(course: course)
    if let exercises = layout.exercises(in: folder, depth: depth) { return .chapters(exercises) }
    // The stager names the places in its message.
    guard layout.rivals(in: folder).isEmpty else { return .nothing(reason: nil) }
    if let misnamed = misnamedChapter(in: folder) {
      return .nothing(reason: misnamed.words)
    }
    let archives = archives(in: folder)
    if archives.count == 1 { return .archive("\(folder)/\(archives[0])") }
    if archives.count > 1 {
      let names = archives.prefix(3).joined(separator: ", ")
      return .nothing(reason: "\(archives.count) archives (\(names)): keep only one")
    }
    do {
      let loose = try LooseFiles(course: course).find(in: folder)
      return loose.isEmpty ? .nothing(reason: nil) : .loose(loose)
    } catch {
      return .nothing(reason: "\(error)")
    }
  }

  /// A folder that would be a chapter if it had the right name, such as `01-tasks/`.
  private func misnamedChapter(in folder: String, depth: Int = 4) -> Misnamed? {
    let folders = Self.folders(in: folder)
    if let found = Misnamed.find(in: folders, started: [], of: course).first { return found }
    guard depth > 0 else { return nil }
    return folders.lazy.compactMap { name -> Misnamed? in
      var found = misnamedChapter(in: "\(folder)/\(name)", depth: depth - 1)
      if let inner = found?.found { found?.found = "\(name)/\(inner)" }
      return found
    }.first
  }

  /// The archives in a folder and a few levels below it, by their paths in it.
  private func archives(in folder: String, depth: Int = 3) -> [String] {
    let entries = Layout.visibleEntries(of: folder)
    let folders = depth > 0 ? Self.folders(in: folder) : []
    return entries.filter { ArchiveKind.of($0) != nil && !Files.isFolder("\(folder)/\($0)") }
      + folders.flatMap { name in
        archives(in: "\(folder)/\(name)", depth: depth - 1).map { "\(name)/\($0)" }
      }
  }

  private static func folders(in folder: String) -> [String] {
    Layout.visibleEntries(of: folder).filter {
      Files.isFolder("\(folder)/\($0)") && !LooseFiles.isLink("\(folder)/\($0)")
    }
  }
}
