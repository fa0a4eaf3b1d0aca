import CourseModel
import Foundation
import GraderFormats

/// The entries of a folder of submissions, grouped by student.
struct ClassFolder {
  /// The entries of one student, which become one row of the report.
  struct Group: Equatable {
    /// What the platform says about the student; `nil` when no platform has named the entries.
    var name: SubmissionName?
    var entries: [String]
  }

  var course: Course

  /// Groups entries by student, in the order of each group's first entry.
  func groups(of entries: [String]) -> [Group] {
    let titled = titled(entries)
    var groups: [Group] = []
    var places: [String: Int] = [:]
    for entry in entries {
      guard let name = SubmissionName(Self.stem(entry)) ?? titled[entry] else {
        groups.append(Group(entries: [entry]))
        continue
      }
      if let place = places[name.group] {
        groups[place].entries.append(entry)
        // A receipt, which the platform makes itself, says less than a file of the student.
        if groups[place].name?.isReceipt == true { groups[place].name = name }
      } else {
        places[name.group] = groups.count
        groups.append(Group(name: name, entries: [entry]))
      }
    }
    return groups
  }

  /// The name of an entry, without the extension of an archive.
  static func stem(_ entry: String) -> String { ArchiveKind.of(entry)?.stem ?? entry }

  /// Names such as `Ada Byron - Homework 1.zip`, which Google Classroom gives.
  ///
  /// People give their own files such names, too. So a title counts only if it is the name of an
  /// exercise, or if all other titles in the folder are the same.
  private func titled(_ entries: [String]) -> [String: SubmissionName] {
    let loose = LooseFiles(course: course)
    var found: [String: SubmissionName] = [:]
    var titles: Set<String> = []
    for entry in entries {
      guard let name = Self.titled(Self.stem(entry)), let title = name.file else { continue }
      if loose.place(of: title) == nil { titles.insert(title) }
      found[entry] = name
    }
    let isOfOne = titles.count == 1 && found.count > 1
    return found.filter { isOfOne || loose.place(of: $0.value.file ?? "") != nil }
  }

  private static func titled(_ name: String) -> SubmissionName? {
    name.wholeMatch(of: /(.+?) - (.+)/).map { match in
      let (_, person, title) = match.output
      return SubmissionName(person, tags: [title], group: String(person), file: title)
    }
  }

  /// The student's own name for a file that the platform has renamed.
  static func file(of entry: String) -> String? {
    (SubmissionName(entry) ?? titled(entry))?.file
  }
}
