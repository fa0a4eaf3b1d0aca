import CourseModel
import Foundation

/// What is needed to find similar submissions without their sources: `fingerprints.json`.
///
/// It lies beside `results.json`, so that parts of a class graded on several machines can be
/// compared when they come together.
struct Fingerprints: Codable, Equatable {
  private static let currentSchema = "fingerprints/2"
  private var schema = Self.currentSchema

  /// Submission to exercise to the numbers of its file, four bytes each, little end first.
  private var submissions: [String: [String: Data]] = [:]

  /// Exercise to the numbers of the sample answer.
  private var samples: [String: Data] = [:]

  /// Takes numbers that are already known.
  init(_ submissions: [String: [String: [UInt32]]] = [:], samples: [String: [UInt32]] = [:]) {
    self.submissions = submissions.mapValues { $0.mapValues(Self.packed) }
    self.samples = samples.mapValues(Self.packed)
  }

  /// Reads the started exercises of submissions, and the sample answers.
  ///
  /// - Parameters:
  ///   - staged: The submissions.
  ///   - course: What they were graded against.
  ///   - stubs: Its stubs by chapter folder and file.
  ///   - reader: Reads sources.
  ///   - folder: A folder for this alone.
  /// - Throws: `GradingTrouble` when this machine keeps them from being read.
  init(
    _ staged: [StagedSubmission], of course: Course, stubs: [String: [String: Data]],
    by reader: SourceReader, in folder: String
  ) throws {
    var batch = Batch()
    for submission in staged {
      for chapter in submission.chapters {
        for exercise in chapter.chapter.manifest.exercises
        where chapter.started.contains(exercise.id) {
          guard let content = chapter.files[exercise.file] else { continue }
          let stub = stubs[chapter.chapter.folder]?[exercise.file] ?? Data()
          batch.add(
            content, stub, as: .submission(submission.submission.name, exercise: exercise.id))
        }
      }
    }
    for chapter in course.chapters {
      for exercise in chapter.manifest.exercises {
        let file = "\(course.root)/Solutions/\(chapter.folder)/\(exercise.file)"
        guard let content = FileManager.default.contents(atPath: file) else { continue }
        let stub = stubs[chapter.folder]?[exercise.file] ?? Data()
        batch.add(content, stub, as: .sample(exercise.id))
      }
    }
    for submission in staged { submissions[submission.submission.name] = [:] }
    try batch.read(by: reader, in: folder) { place, numbers in
      switch place {
      case .submission(let name, let exercise):
        submissions[name, default: [:]][exercise] = Self.packed(numbers)
      case .sample(let exercise): samples[exercise] = Self.packed(numbers)
      }
    }
  }

  var names: [String] { submissions.keys.sorted() }

  /// The numbers of each exercise of a submission.
  func numbers(of submission: String) -> [String: Set<UInt32>] {
    (submissions[submission] ?? [:]).mapValues(Self.unpacked)
  }

  /// The numbers of each exercise of the sample answers.
  var sampleNumbers: [String: Set<UInt32>] { samples.mapValues(Self.unpacked) }

  /// Takes in what another part of the class has.
  mutating func merge(_ other: Fingerprints) {
    submissions.merge(other.submissions) { first, _ in first }
    samples.merge(other.samples) { first, _ in first }
  }

  /// Reads what an earlier run left in a folder; nothing when it left none that this grader knows.
  static func read(from folder: String) -> Fingerprints {
    let data = FileManager.default.contents(atPath: folder + "/fingerprints.json")
    guard let data, let read = try? JSONDecoder().decode(Fingerprints.self, from: data),
      read.schema == currentSchema
    else { return Fingerprints() }
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

/// Sources to read together, each once however many have handed it in.
private struct Batch {
  enum Place {
    case submission(String, exercise: String)
    case sample(String)
  }

  private struct Source: Hashable {
    var content: Data
    var stub: Data
  }

  private var sources: [Source] = []
  private var places: [Source: [Place]] = [:]

  mutating func add(_ content: Data, _ stub: Data, as place: Place) {
    let source = Source(content: content, stub: stub)
    if places[source] == nil { sources.append(source) }
    places[source, default: []].append(place)
  }

  /// As many as are read by one process: what it writes stays far below its limits.
  private static let size = 400

  func read(
    by reader: SourceReader, in folder: String, found: (Place, [UInt32]) -> Void
  ) throws {
    for start in stride(from: 0, to: sources.count, by: Self.size) {
      let part = sources[start..<min(start + Self.size, sources.count)]
      let requests = part.map {
        SyntaxRequest.Source(
          text: String(decoding: $0.content, as: UTF8.self),
          given: String(decoding: $0.stub, as: UTF8.self))
      }
      for (source, numbers) in zip(part, try reader.fingerprints(of: requests, in: folder)) {
        for place in places[source] ?? [] { found(place, numbers ?? []) }
      }
    }
  }
}
