import Testing

@testable import GraderFormats
@testable import Grading

@Suite("unsafe uses") struct UnsafeUsesTests {
  private let output = """
    Ping.swift:4:7: warning: expression uses unsafe constructs but is not marked with 'unsafe' \
    [#StrictMemorySafety]
      _ = place()
          ^
    Ping.swift:4:11: note: reference to global function 'place' involves unsafe type 'Place' (aka \
    'UnsafeMutablePointer<Int>')
    Ping.swift:5:9: warning: variable 'a' was never used [#no-usage]
    Ping.swift:6:9: note: reference to unsafe type 'Place'
    Ping.swift:7:18: warning: expression uses unsafe constructs but is not marked with 'unsafe' \
    [#StrictMemorySafety]
    Ping.swift:7:24: note: reference to unsafe global function 'withUnsafeContinuation(isolation:_:)'
    Ping.swift:8:3: warning: expression uses unsafe constructs but is not marked with 'unsafe' \
    [#StrictMemorySafety]
    Ping.swift:8:5: note: reference to parameter 'c' involves unsafe type 'UnsafeCurrentTask'
    Ping.swift:8:9: note: argument #0 in call to 'read' has unsafe type 'UnsafeRawPointer'
    """

  @Test func `each is found but for what the course teaches, with its own notes only`() {
    #expect(UnsafeUses.find(in: output).map(\.line) == [4, 8])
  }

  @Test func `the student's warnings are the others`() {
    let remarks = CompilerRemarks(output: output, files: ["Ping.swift"])

    #expect(remarks.warnings.map(\.line) == [5])
    #expect(remarks.unsafeUses.map(\.line) == [4, 8])
  }
}
