import Foundation

/// Why a process crashed, according to its standard error and the backtracer.
struct CrashReport: Equatable {
  var signal: Int32?
  var message: String?
  var place: String?

  private struct Trace: Decodable {
    struct Location: Decodable {
      var file: String
      var line: Int
    }
    struct Frame: Decodable {
      var sourceLocation: Location?
    }
    struct Thread: Decodable {
      var crashed: Bool?
      var frames: [Frame]?
    }
    var threads: [Thread]
  }

  /// Collects what is known.
  ///
  /// - Parameters:
  ///   - end: How the process ended.
  ///   - errors: Its standard error, where the runtime writes `File.swift:3: Fatal error: …`.
  ///   - backtrace: The backtracer's JSON, if it got to write it.
  init(end: ChildOutcome.End, errors: String, backtrace: Data?) {
    if case .signaled(let number) = end { signal = number }
    for line in errors.split(whereSeparator: \.isNewline) {
      guard let mark = line.firstRange(of: "Fatal error: ") else { continue }
      message = String(line[mark.lowerBound...])
      let file = line[..<mark.lowerBound].split(separator: ":").first ?? ""
      let isStudents = file.hasSuffix(".swift") && !file.hasPrefix("Swift/")
      if isStudents {
        let number = line[..<mark.lowerBound].split(separator: ":").dropFirst().first ?? ""
        place = "\(file):\(number)"
      }
    }
    if let place = backtrace.flatMap(Self.place(in:)) { self.place = place }
  }

  /// The innermost frame that lies in an exercise.
  private static func place(in backtrace: Data) -> String? {
    guard let trace = try? JSONDecoder().decode(Trace.self, from: backtrace) else { return nil }
    let thread = trace.threads.first { $0.crashed == true }
    let locations = thread?.frames?.compactMap(\.sourceLocation) ?? []
    guard
      let location = locations.first(where: { $0.file.contains("Exercises/") && $0.line > 0 }),
      let start = location.file.range(of: "Exercises/", options: .backwards)
    else { return nil }
    return "\(location.file[start.lowerBound...]):\(location.line)"
  }

  /// One sentence for the report.
  var words: String {
    var words = message ?? signal.map { Self.name(of: $0) } ?? "the process ended"
    if let place { words += " at \(place)" }
    return words
  }

  private static func name(of signal: Int32) -> String {
    switch signal {
    case SIGSEGV: "segmentation fault (signal 11): endless recursion or corrupted memory"
    case SIGABRT: "aborted (signal 6)"
    case SIGILL: "trapped (signal 4)"
    case SIGTRAP: "trapped (signal 5)"
    case SIGKILL: "killed (signal 9), perhaps because memory ran out"
    case SIGXFSZ: "wrote a file larger than the limit (signal 25)"
    default: "ended by signal \(signal)"
    }
  }
}
