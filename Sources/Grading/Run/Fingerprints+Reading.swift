package import CourseModel
package import Foundation
import GraderFormats

extension Fingerprints {
  /// Reads the started exercises of submissions, and the sample answers.
  ///
  /// - Parameters:
  ///   - staged: The submissions.
  ///   - course: The course against which they were graded.
  ///   - stubs: Its stubs by chapter folder and file.
  ///   - reader: Reads sources.
  ///   - folder: A folder for this alone.
  /// - Throws: `InfrastructureError` when a problem of this machine prevents it.
  package init(
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
    var submissions: [String: [String: [UInt32]]] = [:]
    var samples: [String: [UInt32]] = [:]
    for submission in staged { submissions[submission.submission.name] = [:] }
    try batch.read(by: reader, in: folder) { place, numbers in
      switch place {
      case .submission(let name, let exercise): submissions[name, default: [:]][exercise] = numbers
      case .sample(let exercise): samples[exercise] = numbers
      }
    }
    self.init(submissions, samples: samples)
  }
}

/// Sources to read together, each only once, even if many students have handed it in.
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

  /// The number of sources that one process reads, so that its output stays far below the limits.
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
