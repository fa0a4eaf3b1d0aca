import CourseModel
import Foundation

/// What the runner is told on its standard input, and the key to what it answers.
struct RunnerOrders {
  private struct Arguments: Encodable {
    var parallel = false
    var listTests: Bool?
    var eventStreamVersion = "6.3"
    var filter: [String]?
    var attachmentsPath: String?
  }

  var events: String
  var attachments: String?
  var filters: [String] = []
  var listsOnly = false
  private let key = Seal.randomKey()

  init(events: String) {
    self.events = events
  }

  /// A line with the key, a line with the place of the record, and Swift Testing's own arguments.
  var input: Data {
    let arguments = Arguments(
      listTests: listsOnly ? true : nil, filter: filters.isEmpty ? nil : filters,
      attachmentsPath: attachments)
    let json = (try? JSONEncoder().encode(arguments)) ?? Data()
    return Data("\(key)\n\(events)\n".utf8) + json
  }

  /// Reads what the runner has written since the last call.
  var record: SealedTail { SealedTail(tail: EventTail(path: events), seal: Seal(key)) }
}

/// Follows a record and checks that each line is the runner's own, and none is missing.
struct SealedTail {
  var tail: EventTail
  var seal: Seal?
  private var number = 0

  init(tail: EventTail, seal: Seal?) {
    self.tail = tail
    self.seal = seal
  }

  /// The records since the last call; `nil` in the place of one that the runner did not write.
  mutating func newRecords() -> [Data?] {
    tail.newLines().map { line in
      defer { number += 1 }
      let record = line.dropFirst(17)
      guard let seal, line.prefix(16).elementsEqual(seal.mark(record, number: number).utf8) else {
        return nil
      }
      return Data(record)
    }
  }
}
