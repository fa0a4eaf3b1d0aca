import CourseModel
import Foundation
import GraderFormats

/// The entries of a folder of submissions, put together by who has handed them in.
struct ClassFolder {
  /// What belongs to one row.
  struct Group: Equatable {
    /// What the platform says about the student; `nil` where it has named nothing.
    var name: SubmissionName?
    var entries: [String]
  }

  var course: Course

  /// Puts entries together, in the order of the first of each.
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
        // One that the platform has made says less.
        if groups[place].name?.isReceipt == true { groups[place].name = name }
      } else {
        places[name.group] = groups.count
        groups.append(Group(name: name, entries: [entry]))
      }
    }
    return groups
  }

  /// What a platform says about an entry, without what tells its kind.
  static func stem(_ entry: String) -> String { ArchiveKind.of(entry)?.stem ?? entry }

  /// `Ada Byron - Homework 1.zip`, as Google Classroom calls it.
  ///
  /// People call their own files so, too. So it counts only where one and the same title is on all
  /// that are packed, or where it is the name of an exercise.
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

  /// What the student called a file that the platform has named.
  static func file(of entry: String) -> String? {
    (SubmissionName(entry) ?? titled(entry))?.file
  }
}
