/// What the grader says to the runner before any of the student's code runs: how to authenticate records,
/// where to write them, and what to run.
///
/// It comes through standard input, so that it stands neither in the arguments nor the environment.
package struct Orders {
  private let key: String
  package let eventsFile: String

  /// For Swift Testing, as JSON.
  package let configuration: [UInt8]

  /// Orders with a key that nobody can guess.
  package init(eventsFile: String, configuration: [UInt8]) {
    key = MAC.randomKey()
    self.eventsFile = eventsFile
    self.configuration = configuration
  }

  /// Reads orders; `nil` when the input holds none.
  package init?(_ input: [UInt8]) {
    let parts = input.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
    guard parts.count == 3 else { return nil }
    key = String(decoding: parts[0], as: UTF8.self)
    eventsFile = String(decoding: parts[1], as: UTF8.self)
    configuration = Array(parts[2])
  }

  /// What authenticates the records; `nil` when the key is none.
  package var mac: MAC? { MAC(key) }

  /// As they are written: a line with the key, a line with the place of the record, and the rest.
  package var input: [UInt8] { Array("\(key)\n\(eventsFile)\n".utf8) + configuration }
}
