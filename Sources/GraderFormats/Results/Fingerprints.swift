import Foundation

/// Finds similar submissions without their sources: `fingerprints.json`.
///
/// The fingerprint of a file is a set of numbers, which are hashes of short pieces of its code: two
/// files share as many numbers as they share code. The file lies beside `results.json`, so that
/// parts of a class that several machines graded can be compared when they are merged.
package struct Fingerprints: Codable, Equatable {
  private static let currentSchema = "fingerprints/2"
  private var schema = Self.currentSchema

  /// By submission and exercise: the numbers of its file, four bytes each, little-endian.
  private var submissions: [String: [String: Data]] = [:]

  /// By exercise: the numbers of the sample answer.
  private var samples: [String: Data] = [:]

  /// Makes fingerprints of numbers that are already known.
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

  /// Adds the fingerprints of another part of the class.
  package mutating func merge(_ other: Fingerprints) {
    submissions.merge(other.submissions) { first, _ in first }
    samples.merge(other.samples) { first, _ in first }
  }

  /// Reads what an earlier run wrote into a folder; empty when there is nothing, or nothing of this
  /// schema.
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
