/// What the grader tells the runner before any of the student's code runs: how to authenticate
/// records, where to write them, and what to run.
///
/// It is sent through standard input, so that it is neither in the arguments nor in the
/// environment.
package struct Orders {
  private let key: String
  package let eventsFile: String

  /// For Swift Testing, as JSON.
  package let configuration: [UInt8]

  /// Makes orders with a new random key.
  package init(eventsFile: String, configuration: [UInt8]) {
    key = MAC.randomKey()
    self.eventsFile = eventsFile
    self.configuration = configuration
  }

  /// Reads orders; `nil` if the input is not in this form.
  package init?(_ input: [UInt8]) {
    let parts = input.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
    guard parts.count == 3 else { return nil }
    key = String(decoding: parts[0], as: UTF8.self)
    eventsFile = String(decoding: parts[1], as: UTF8.self)
    configuration = Array(parts[2])
  }

  /// What authenticates the records; `nil` if the key is not valid.
  package var mac: MAC? { MAC(key) }

  /// The text to send: a line with the key, a line with the path of the events file, the
  /// configuration.
  package var input: [UInt8] { Array("\(key)\n\(eventsFile)\n".utf8) + configuration }
}
