import Foundation
import Testing

@testable import GraderKit

@Suite("review flags") struct ReviewFlagsTests {
  private func kinds(_ source: String) -> [String] {
    ReviewFlags.find(in: Data(source.utf8), of: "Ping.swift", imports: ["Channels"]).map(\.kind)
  }

  @Test(arguments: [
    ("final class Box: @unchecked Sendable {}", "@unchecked Sendable"),
    ("nonisolated(unsafe) var count = 0", "nonisolated(unsafe)"),
    ("let cell = UnsafeMutablePointer<Int>.allocate(capacity: 1)", "unsafe"),
    ("let number = unsafeBitCast(a, to: Int.self)", "unsafe"),
    ("@preconcurrency import Channels", "@preconcurrency"),
    ("Thread.sleep(forTimeInterval: 1)", "blocks its thread"),
    ("let gate = DispatchSemaphore(value: 0)", "semaphore"),
    ("Task . detached { }", "Task.detached"),
    ("exit(0)", "leaves the program"),
    ("let place = dlsym(nil, name)", "reaches into the process"),
    (#"let memory = open("/proc/self/mem", O_WRONLY)"#, "reaches into the process"),
    ("typealias Call = @convention(c) () -> Int32", "reaches into the process"),
    ("internal import Foundation", "import Foundation"),
    ("import func Glibc.write", "import Glibc"),
  ])
  func `each sign is found`(source: String, kind: String) {
    #expect(kinds(source) == [kind])
  }

  @Test(arguments: [
    "import Channels", "// Thread.sleep would block", "/* exit(0) */ let a = 1",
    "try await Task.sleep(for: .seconds(1))", "await group.wait()",
    "await withUnsafeContinuation { $0.resume() }",
  ])
  func `honest code and comments are left alone`(source: String) {
    #expect(kinds(source) == [])
  }

  @Test(arguments: [
    #"let sign = #/x/*/#"#, #"let sign = /\/*/"#, ##"let text = #"""#"##, "let a = 1 /* one",
  ])
  func `what looks like a comment to a quick reader hides nothing`(start: String) {
    #expect(
      kinds("\(start)\n// exit(0)\nlet place = dlsym(nil, name)\n") == ["reaches into the process"])
  }

  @Test func `a flag stands on its line`() {
    let source = "import Channels\n/* two\n   lines */\n\n  exit(0)  // gone\n"

    let flags = ReviewFlags.find(in: Data(source.utf8), of: "Ping.swift", imports: ["Channels"])

    #expect(
      flags == [
        Flag(kind: "leaves the program", file: "Ping.swift", line: 5, text: "exit(0)  // gone")
      ])
  }
}
