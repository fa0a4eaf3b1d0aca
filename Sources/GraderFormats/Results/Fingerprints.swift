import Foundation

/// What is needed to find similar submissions without their sources: `fingerprints.json`.
///
/// It lies beside `results.json`, so that parts of a class graded on several machines can be
/// compared when they come together.
package struct Fingerprints: Codable, Equatable {
  private static let currentSchema = "fingerprints/2"
  private var schema = Self.currentSchema

  /// Submission to exercise to the numbers of its file, four bytes each, little end first.
  private var submissions: [String: [String: Data]] = [:]

  /// Exercise to the numbers of the sample answer.
  private var samples: [String: Data] = [:]

  /// Takes numbers that are already known.
  package init(_ submissions: [String: [String: [UInt32]]] = [:], samples: [String: [UInt32]] = [:])
  {
    self.submissions = submissions.mapValues { $0.mapValues(Self.packed) }
    self.samples = samples.mapValues(Self.packed)
  }

  package var names: [String] { submissions.keys.sorted() }

  /// The numbers of each exercise of a submission.
  package func numbers(of submission: String) -> [String: Set<UInt32>] {
    (submissions[submission] ?? [:]).mapValues(Self.unpacked)
  }

  /// The numbers of each exercise of the sample answers.
  package var sampleNumbers: [String: Set<UInt32>] { samples.mapValues(Self.unpacked) }

  /// Takes in what another part of the class has.
  package mutating func merge(_ other: Fingerprints) {
    submissions.merge(other.submissions) { first, _ in first }
    samples.merge(other.samples) { first, _ in first }
  }

  /// Reads what an earlier run left in a folder; nothing when it left none that this grader knows.
  package static func read(from folder: String) -> Fingerprints {
    let read: Fingerprints? = Files.decoded(folder + "/fingerprints.json")
    guard let read, read.schema == currentSchema else { return Fingerprints() }
    return read
  }

  private static func packed(_ numbers: [UInt32]) -> Data {
    var data = Data(capacity: numbers.count * 4)
    for number in numbers {
      for shift in [0, 8, 16, 24] { data.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    return data
  }

  private static func unpacked(_ data: Data) -> Set<UInt32> {
    let bytes = Array(data)
    let starts = stride(from: 0, to: bytes.count - bytes.count % 4, by: 4)
    return Set(
      starts.map { start -> UInt32 in
        (0..<4).reduce(0) { number, place in
          number | UInt32(bytes[start + place]) << UInt32(8 * place)
        }
      })
  }
}
