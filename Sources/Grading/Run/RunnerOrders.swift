import Foundation
import RunFormats

extension Orders {
  private struct Arguments: Encodable {
    var parallel = false
    var listTests: Bool?
    var eventStreamVersion = "6.3"
    var filter: [String]?
    var attachmentsPath: String?
  }

  /// Orders to list all tests.
  static func list(events: String) throws -> Orders {
    Orders(
      eventsFile: events, configuration: Array(try JSONEncoder().encode(Arguments(listTests: true)))
    )
  }

  /// Orders to run the tests that the filters select.
  static func run(_ filters: [String], events: String, attachments: String) throws -> Orders {
    let arguments = Arguments(filter: filters, attachmentsPath: attachments)
    return Orders(eventsFile: events, configuration: Array(try JSONEncoder().encode(arguments)))
  }

  /// Reads what the runner has written since the last call.
  var record: SealedTail { SealedTail(tail: EventTail(path: eventsFile), seal: seal) }
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
      return seal?.record(in: line, number: number).map { Data($0) }
    }
  }
}
