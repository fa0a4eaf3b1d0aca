import Foundation

/// One line of Swift Testing's event stream, as far as the grader needs it.
struct EventRecord: Decodable {
  struct Message: Decodable {
    var symbol: String?
    var text: String
  }
  struct Place: Decodable {
    var fileID: String?
    var line: Int?
  }
  struct Issue: Decodable {
    var isFailure: Bool?
    var isKnown: Bool?
    var sourceLocation: Place?
  }
  struct Attachment: Decodable {
    var path: String?
  }
  struct Instant: Decodable {
    var absolute: Double?
  }
  struct Payload: Decodable {
    var kind: String
    var id: String?
    var name: String?
    var displayName: String?
    var testID: String?
    var messages: [Message]?
    var issue: Issue?
    var attachment: Attachment?
    var instant: Instant?
  }

  var kind: String
  var payload: Payload

  init?(line: Data) {
    guard let record = try? JSONDecoder().decode(EventRecord.self, from: line) else { return nil }
    self = record
  }
}
