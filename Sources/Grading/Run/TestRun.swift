import CourseModel
import Foundation
import GraderFormats
import RunFormats

/// One process that runs some tests of a chapter, and the record of what happened in it.
final class TestRun {
  private var reader = RunReader()
  private(set) var outcome: ChildOutcome?
  private(set) var crash: CrashReport?

  private let settings: TestRunner
  private let folder: String
  private let orders: Orders
  private var tail: AuthenticatedTail
  private var watchedTest: String?
  private var processorAtStart = 0.0

  /// Prepares a process in a folder of its own.
  init(of tests: [PlannedTest], settings: TestRunner, folder: String) throws {
    self.settings = settings
    self.folder = folder
    let attachments = folder + "/attachments"
    try Files.makeFolder(attachments)
    orders = try .run(
      tests.map { $0.filter(module: settings.chapter.module) }, events: folder + "/events.jsonl",
      attachments: attachments)
    tail = orders.record
  }

  func run() {
    let child = Child(
      command: settings.sandbox.wrap(
        [settings.program], in: folder, limits: settings.limits, reading: [settings.program]),
      environment: environment, input: Data(orders.input), limits: settings.limits,
      // Everything that counts is in the record, and a test may print any amount.
      outputLimit: 0, folder: folder, leavesOrphans: settings.sandbox.bwrap == nil,
      watch: { [self] in watch(processor: $0) }, idleSeconds: settings.timeouts.idleSeconds)
    let kills = Machine.outOfMemoryKills
    let outcome = child.run()
    ranOutOfMemory = outcome.end == .signaled(SIGKILL) && Machine.outOfMemoryKills != kills
    read()
    self.outcome = outcome
    crash = CrashReport(
      end: outcome.end, errors: outcome.errorText,
      backtrace: Files.plainContent(folder + "/crash.json", upTo: 16 << 20))
  }

  /// What the bubbles of a test reported; only files in this run's own folder are read.
  func reports(_ paths: [String]) -> [BubbleResult] {
    paths.filter { $0.hasPrefix(folder + "/attachments/") && !$0.contains("..") }
      .compactMap(BubbleResult.read)
  }

  var record: RunRecord { reader.record }

  /// The last test that ended, if it was stuck: its thread may still be running in this process.
  var stuckTest: String? {
    record.lastEnded.flatMap { isStuck($0, in: record) ? $0 : nil }
  }

  /// Whether the grader had to end the process for a reason that no bubble has reported.
  var wasLost: Bool {
    guard case .killed(let reason) = outcome?.end else { return false }
    return stuckTest == nil && [.idle, .stopped, .watcher, .wallTime].contains(reason)
  }

  /// Whether it was killed while the system killed some process because memory ran out.
  private(set) var ranOutOfMemory = false

  private func isStuck(_ test: String, in record: RunRecord) -> Bool {
    reports(record.tests[test]?.attachments ?? []).contains { $0.verdict == .stuck }
  }

  /// Decides whether the process should go on.
  private func watch(processor: Double?) -> Bool {
    read()
    if reader.isCutOff || settings.stopsAtFirstFailure && record.failedTest != nil { return false }
    guard let processor else { return true }
    if record.inFlight.first != watchedTest {
      watchedTest = record.inFlight.first
      processorAtStart = processor
    }
    return processor - processorAtStart < settings.timeouts.processorSeconds
  }

  private func read() {
    reader.read(tail.newRecords()) { record, test in isStuck(test, in: record) }
  }

  private var environment: [String: String] {
    var environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8",
      // Each exploration has threads of its own. With a heap for each of them, what one has freed
      // would count while the next one needs as much again.
      "MALLOC_ARENA_MAX": "1",
      "BUBBLE_ATTACH": "1", "COURSE_GRADING": "1", "SWIFT_DETERMINISTIC_HASHING": "1",
      "SWIFT_BACKTRACE": "enable=yes,interactive=no,color=no,threads=crashed,images=none,"
        + "registers=none,limit=64,format=json,output-to=\(folder)/crash.json",
    ]
    // A backtrace takes longer than the test itself.
    if settings.stopsAtFirstFailure { environment["SWIFT_BACKTRACE"] = "enable=no" }
    if let schedules = settings.schedules { environment["BUBBLE_SCHEDULES"] = "\(schedules)" }
    if let time = settings.jobMilliseconds { environment["BUBBLE_JOB_TIME"] = "\(time)" }
    if let schedule = settings.schedule { environment["BUBBLE_SCHEDULE"] = schedule }
    return environment
  }
}
