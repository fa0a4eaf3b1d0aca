import CourseModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the grader says before any of the student's code runs: how to mark records, where to write
/// them, and what to run.
///
/// It comes through standard input, so that it stands neither in the arguments nor the environment.
struct Orders {
  let seal: Seal
  let eventsFile: String

  /// For Swift Testing, as JSON.
  let configuration: [UInt8]

  /// Reads until the end of the input, and then leaves nothing to be read; `nil` when it is no order.
  static func received() -> Orders? {
    var input: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count <= 0 { break }
      input += buffer[..<count]
    }
    close(STDIN_FILENO)
    _ = open("/dev/null", O_RDONLY)
    let parts = input.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
    guard parts.count == 3, let seal = Seal(String(decoding: parts[0], as: UTF8.self)) else {
      return nil
    }
    return Orders(
      seal: seal, eventsFile: String(decoding: parts[1], as: UTF8.self),
      configuration: Array(parts[2]))
  }
}
