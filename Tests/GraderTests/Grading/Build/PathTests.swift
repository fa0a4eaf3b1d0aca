import Foundation
import Testing

@testable import GraderCommand
@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("paths of any letters") struct PathTests {
  @Test(arguments: [
    ("a 'b c'  d", ["a", "b c", "d"]), ("'/tmp/Pro'\\''g'", ["/tmp/Pro'g"]),
    ("'/tmp/Élise \"x\"/o.o' @'/a b'", ["/tmp/Élise \"x\"/o.o", "@/a b"]),
    ("a\\ b ''", ["a b", ""]),
    ("", []),
  ])
  func `a command line is read as a shell reads it`(line: String, words: [String]) {
    #expect(ShellWords.of(line) == words)
  }

  @Test(arguments: ["a 'b", "a\\"])
  func `a line that is cut off is not read`(line: String) {
    #expect(ShellWords.of(line) == nil)
  }

  @Test func `the driver works in a folder of plain letters, which goes afterwards`() {
    let walled = Sandbox(bwrap: "/usr/bin/bwrap", toolchain: "/usr")

    #expect(DriverFolder.use(near: "/tmp/a b") { $0 } == "/tmp/a b")
    #expect(DriverFolder.use(near: "/tmp/Élise", in: walled) { $0 } == "/tmp")
    let used = DriverFolder.use(near: "/tmp/Élise") { folder in
      #expect(Files.isFolder(folder))
      #expect(folder.utf8.allSatisfy { $0 < 0x80 })
      return folder
    }
    #expect(!Files.exists(used))
  }
}
