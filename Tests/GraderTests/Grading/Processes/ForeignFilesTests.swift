import Foundation
import Testing

@testable import GraderFormats
@testable import Grading
@testable import RunFormats

@Suite("files of tested code") struct ForeignFilesTests {
  /// Makes a folder, hands it over, and removes it.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "foreign-\(UUID().uuidString)"
    defer { Files.removeAll(folder) }
    try Files.makeFolder(folder)
    try body(folder)
  }

  @Test func `only a plain file is opened`() throws {
    try withFolder { folder in
      try Files.write(Data("a".utf8), to: folder + "/plain")
      mkfifo(folder + "/pipe", 0o600)
      symlink(folder + "/plain", folder + "/link")

      #expect(Files.plainContent(folder + "/plain", upTo: 1) == Data("a".utf8))
      #expect(Files.plainContent(folder + "/plain", upTo: 0) == nil)
      for name in ["pipe", "link", "none", ""] {
        #expect(Files.openPlain("\(folder)/\(name)") == nil)
      }
    }
  }

  @Test func `a report with more than anybody counts is none`() throws {
    try withFolder { folder in
      for (count, isOne) in [(50, true), (-1, false), (Int.max, false)] {
        let text =
          #"{"schema":"bubble/1","verdict":"passed","schedules":\#(count),"failedSchedules":0}"#
        try Files.write(Data(text.utf8), to: folder + "/bubble.json")

        #expect((BubbleResult.read(folder + "/bubble.json") != nil) == isOne)
      }
    }
  }

  @Test func `a closed folder is full, and is removed all the same`() throws {
    try withFolder { folder in
      try Files.makeFolder(folder + "/closed/inner")
      #expect(!Files.isFuller(folder, than: 1, 10))
      chmod(folder + "/closed", 0)

      #expect(Files.isFuller(folder, than: 1, 10))
      Files.removeAll(folder)
      #expect(!Files.exists(folder))
    }
  }

  @Test func `a folder deeper than a path can name is full, and is removed all the same`() throws {
    try withFolder { folder in
      let script = "cd \"$1\"; for i in $(seq 60); do mkdir $2; cd -P $2; done"
      let name = String(repeating: "d", count: 100)
      let child = Child(
        command: ["/bin/bash", "-c", script, "sh", folder, name],
        environment: ["PATH": "/usr/bin:/bin"], limits: Limits())
      _ = child.run()

      #expect(Files.isFuller(folder, than: 1, 1000))
      Files.removeAll(folder)
      #expect(!Files.exists(folder))
    }
  }
}
