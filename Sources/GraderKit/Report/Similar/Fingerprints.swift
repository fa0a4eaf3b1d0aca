import CourseModel
import Foundation

/// What is needed to find similar submissions without their sources: `fingerprints.json`.
///
/// It lies beside `results.json`, so that parts of a class graded on several machines can be
/// compared when they come together.
struct Fingerprints: Codable, Equatable {
  var schema = "fingerprints/1"

  /// Submission to exercise to the numbers of its file, four bytes each, little end first.
  var submissions: [String: [String: Data]] = [:]

  init() {}

  /// Reads the started exercises of submissions.
  init(_ staged: [StagedSubmission], stubs: [String: [String: Data]]) {
    var known: [String: [Data: Data]] = [:]
    var ownCode: [String: Set<UInt32>] = [:]
    for submission in staged {
      var prints: [String: Data] = [:]
      for chapter in submission.chapters {
        for exercise in chapter.chapter.manifest.exercises
        where chapter.started.contains(exercise.id) {
          guard let content = chapter.files[exercise.file] else { continue }
          if let print = known[exercise.id]?[content] {
            prints[exercise.id] = print
            continue
          }
          let stub = stubs[chapter.chapter.folder]?[exercise.file] ?? Data()
          let given = ownCode[exercise.id] ?? Set(Shingles.all(of: Array(stub)))
          ownCode[exercise.id] = given
          let print = Self.packed(Shingles.fingerprint(of: Array(content), without: given))
          known[exercise.id, default: [:]][content] = print
          prints[exercise.id] = print
        }
      }
      submissions[submission.submission.name] = prints
    }
  }

  /// The numbers of each exercise of a submission.
  func numbers(of submission: String) -> [String: [UInt32]] {
    (submissions[submission] ?? [:]).mapValues(Self.unpacked)
  }

  /// Takes in what another part of the class has.
  mutating func merge(_ other: Fingerprints) {
    submissions.merge(other.submissions) { first, _ in first }
  }

  /// Reads what an earlier run left in a folder; nothing when it left none.
  static func read(from folder: String) -> Fingerprints {
    let data = FileManager.default.contents(atPath: folder + "/fingerprints.json")
    return data.flatMap { try? JSONDecoder().decode(Fingerprints.self, from: $0) }
      ?? Fingerprints()
  }

  private static func packed(_ numbers: [UInt32]) -> Data {
    var data = Data(capacity: numbers.count * 4)
    for number in numbers {
      for shift in [0, 8, 16, 24] { data.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    return data
  }

  private static func unpacked(_ data: Data) -> [UInt32] {
    let bytes = Array(data)
    return stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { start in
      UInt32(bytes[start]) | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2]) << 16
        | UInt32(bytes[start + 3]) << 24
    }
  }
}
