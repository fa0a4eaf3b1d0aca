import Foundation
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

  @Test func `a name with a harmless one in it is not harmless`() {
    let output = """
      Ping.swift:4:3: warning: expression uses unsafe constructs but is not marked with 'unsafe' \
      [#StrictMemorySafety]
      Ping.swift:4:9: note: reference to unsafe type 'Unmanaged<MyUnsafeContinuation>'
      Ping.swift:5:3: warning: expression uses unsafe constructs but is not marked with 'unsafe' \
      [#StrictMemorySafety]
      Ping.swift:5:9: note: reference to unsafe type 'Unmanaged<Mine.UnsafeContinuation>'
      Ping.swift:6:3: warning: expression uses unsafe constructs but is not marked with 'unsafe' \
      [#StrictMemorySafety]
      Ping.swift:6:9: note: reference to let 'c' involves unsafe type 'UnsafeContinuation<(), Never>'
      Ping.swift:7:3: warning: expression uses unsafe constructs but is not marked with 'unsafe' \
      [#StrictMemorySafety]
      Ping.swift:7:9: note: reference to '@exclusivity(unchecked)' property 'UnsafeContinuation' is unsafe
      """

    #expect(UnsafeUses.find(in: output).map(\.line) == [4, 5, 7])
  }

  @Test func `what a macro has written is blamed on where it is used`() {
    let place = "/tmp/swift-generated-sources/@__swiftmacro_4Ping1KO6hidden9TaskLocalfMp_.swift"
    let output = """
      \(place):2:13: warning: expression uses unsafe constructs but is not marked with 'unsafe' \
      [#StrictMemorySafety]
      Ping.swift:3:3: note: in expansion of macro 'TaskLocal' on static property 'hidden' here
      \(place):2:13: note: reference to unsafe type 'UnsafeMutablePointer<Int>'
      Ping.swift:3:3: note: in expansion of macro 'TaskLocal' on static property 'hidden' here
      """

    let remarks = CompilerRemarks(output: output, files: ["Ping.swift": Data()])

    #expect(remarks.unsafeUses.map(\.line) == [3])
  }

  @Test func `the value of an async let is found where its notes are`() {
    let output = """
      <unknown>:0: warning: expression uses unsafe constructs but is not marked with 'unsafe' \
      [#StrictMemorySafety]
      Ping.swift:4:17: note: reference to unsafe type 'UnsafePointer<Int>'
      <unknown>:0: warning: expression uses unsafe constructs but is not marked with 'unsafe' \
      [#StrictMemorySafety]
      Ping.swift:5:17: note: reference to unsafe type 'UnsafeContinuation<(), Never>'
      """

    let remarks = CompilerRemarks(output: output, files: ["Ping.swift": Data()])

    #expect(remarks.unsafeUses.map(\.line) == [4])
  }

  @Test(arguments: [
    "/* : note: UnsafeContinuation \u{2028} Ping.swift:1:1: warning: never used */",
    "/* : note: UnsafeContinuation \u{c} Ping.swift:1:1: warning: never used */",
  ])
  func `a comment is not taken for a note of the compiler`(comment: String) {
    let line = "_ = place() \(comment)"
    let output = """
      Ping.swift:4:7: warning: expression uses unsafe constructs but is not marked with 'unsafe' \
      [#StrictMemorySafety]
        \(line)
            ^
      Ping.swift:4:11: note: reference to global function 'place' involves unsafe type \
      'UnsafeMutablePointer<Int>'
        \(line)
            ^
      """

    let remarks = CompilerRemarks(output: output, files: ["Ping.swift": Data(line.utf8)])

    #expect(remarks.unsafeUses.map(\.line) == [4])
  }

  @Test func `more than is read is remembered as such`() {
    let remarks = CompilerRemarks(output: "", files: ["Ping.swift": Data()], isCutOff: true)

    #expect(!remarks.isEmpty)
  }

  @Test func `the student's warnings are the others`() {
    let remarks = CompilerRemarks(output: output, files: ["Ping.swift": Data()])

    #expect(remarks.warnings.map(\.line) == [5])
    #expect(remarks.unsafeUses.map(\.line) == [4, 8])
  }
}
