import Foundation

/// What the event stream of one process has said so far, and whether it is consistent.
///
/// Invariants of an honest stream: every test is declared before the run starts, starts at most
/// once, ends only after it started, and nothing happens before the run starts or after it ends.
/// Every violation is kept in `breaches`; a record that has one counts for nothing.
struct RunRecord {
  struct Observed {
    var suite: String
    var name: String
    var hasStarted = false
    var hasEnded = false
    var wasCancelled = false
    var wasSkipped = false
    var issues: [String] = []
    var attachments: [String] = []
    var endsWell = false
    var startInstant: Double?
    var endInstant: Double?
  }

  private(set) var tests: [String: Observed] = [:]
  private(set) var order: [String] = []
  private(set) var hasStarted = false
  private(set) var hasEnded = false
  private(set) var breaches: [String] = []

  /// The tests that have started and not ended.
  var inFlight: [String] { order.filter { isUnderWay($0) } }

  /// The test that ended last.
  private(set) var lastEnded: String?

  /// How many tests have ended.
  private(set) var endedTests = 0

  private func isUnderWay(_ id: String) -> Bool {
    guard let test = tests[id] else { return false }
    return test.hasStarted && !test.hasEnded
  }

  /// The first test that has ended with an issue.
  var failedTest: String? {
    order.first { tests[$0]?.hasEnded == true && tests[$0]?.issues.isEmpty == false }
  }

  /// Notes that the record cannot be believed.
  mutating func breach(_ what: String) { breaches.append(what) }

  /// Adds one complete line.
  mutating func take(_ line: Data) {
    guard let record = EventRecord(line: line) else {
      breaches.append("a line that is not a record")
      return
    }
    switch record.kind {
    case "test": declare(record.payload)
    case "event": take(event: record.payload)
    default: break  // A later version may say more.
    }
  }

  private mutating func declare(_ payload: EventRecord.Payload) {
    guard payload.kind == "function", let id = payload.id, let name = payload.name else { return }
    if hasStarted { breaches.append("a test declared during the run") }
    if tests[id] != nil { breaches.append("a test declared twice") }
    let suite = id.prefix { $0 != "/" }
    let plain = name.prefix { $0 != "(" }.filter { $0 != "`" }
    tests[id] = Observed(suite: String(suite), name: payload.displayName ?? String(plain))
    order.append(id)
  }

  private mutating func take(event: EventRecord.Payload) {
    if event.kind == "codeChanged" {
      breaches.append("the code of the tests was changed while they ran")
      return
    }
    if event.kind == "runStarted" {
      if hasStarted { breaches.append("the run started twice") }
      hasStarted = true
      return
    }
    if !hasStarted { breaches.append("\(event.kind) before the run started") }
    if hasEnded { breaches.append("\(event.kind) after the run ended") }
    if event.kind == "runEnded" {
      hasEnded = true
      if !inFlight.isEmpty { breaches.append("the run ended before a test did") }
      return
    }
    guard let id = event.testID, tests[id] != nil else {
      // Suites have events, too. A failure that belongs to no test counts for the running tests.
      if event.kind == "issueRecorded", event.issue?.isFailure != false {
        let words = words(of: event)
        for id in inFlight { tests[id]?.issues.append(words) }
      }
      return
    }
    take(event: event, of: id)
  }

  private mutating func take(event: EventRecord.Payload, of id: String) {
    switch event.kind {
    case "testStarted":
      if tests[id]?.hasStarted == true { breaches.append("a test started twice") }
      tests[id]?.hasStarted = true
      tests[id]?.startInstant = event.instant?.absolute
    case "testEnded":
      if !isUnderWay(id) { breaches.append("a test ended that was not running") }
      tests[id]?.hasEnded = true
      tests[id]?.endInstant = event.instant?.absolute
      tests[id]?.endsWell = event.messages?.contains { $0.symbol == "pass" } ?? false
      if tests[id]?.endsWell == true, tests[id]?.issues.isEmpty == false {
        breaches.append("a test with issues ended as passed")
      }
      lastEnded = id
      endedTests += 1
    case "testSkipped":
      tests[id]?.wasSkipped = true
    case "testCancelled", "testCaseCancelled":
      tests[id]?.wasCancelled = true
    case "issueRecorded":
      let words = words(of: event)
      if event.issue?.isFailure != false { tests[id]?.issues.append(words) }
    case "valueAttached":
      if let path = event.attachment?.path { tests[id]?.attachments.append(path) }
    default:
      break
    }
  }

  /// The text of an issue: the failure, what the test says about it, and where it is.
  private func words(of event: EventRecord.Payload) -> String {
    let messages = event.messages ?? []
    var words = messages.map(\.text).joined(separator: "\n")
    if let place = event.issue?.sourceLocation, let file = place.fileID, let line = place.line {
      words += "\n(\(file):\(line))"
    }
    return words
  }
}
