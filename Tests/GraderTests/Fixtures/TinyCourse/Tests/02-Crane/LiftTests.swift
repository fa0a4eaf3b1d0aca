import Chapter02Crane
import CourseTesting
import Testing

/// Stands in for a bubble: it reports whatever the crane answers.
@Suite("2.1 Lift", .exercise("2.1")) struct LiftTests {
  @Test func `lifts the crate`() async {
    let answer = await lift()

    let isRight = answer == "lifted"
    let report = """
      {"schema":"bubble/1","verdict":"\(isRight ? "passed" : answer)","schedules":50,
       "failedSchedules":\(isRight ? 0 : 3),"exhaustive":false,"schedule":\(isRight ? "null" : "\"r17\""),
       "message":\(isRight ? "null" : "\"the crate \(answer)\""),"virtualSeconds":2.0,
       "leaks":[\(answer == "leaked" ? leak : "")]}
      """
    Attachment.record(Array(report.utf8), named: "bubble.json")
    #expect(isRight, "the crane answers \"lifted\"")
  }

  @Test func `answers something`() async {
    #expect(await lift().isEmpty == false)
  }

  private var leak: String {
    """
    {"task":"task 3","startedAt":"Chapter02Crane/Lift.swift:4","waitsFor":"a sleep until t = 9 s"}
    """
  }
}
