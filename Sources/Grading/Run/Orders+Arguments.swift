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

  /// Follows what the runner writes.
  var record: AuthenticatedTail { AuthenticatedTail(path: eventsFile, mac: mac) }
}
