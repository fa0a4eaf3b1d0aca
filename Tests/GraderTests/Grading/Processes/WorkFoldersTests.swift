import Foundation
import Testing

@testable import GraderFormats
@testable import Grading

@Suite("work folders") struct WorkFoldersTests {
  @Test func `a checkout that is somebody else's is named with what to do`() {
    let message =
      "/dev/null/x/work cannot be written: clone the course into a folder of your own"
    #expect(throws: UsageError(message)) { try WorkFolders.make(in: "/dev/null/x") }
  }

  @Test func `only what this machine's dead graders left is removed`() throws {
    let home = NSTemporaryDirectory() + "home-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: home) }
    let work = home + "/work"
    let own = WorkFolders.name("chapter")
    let parts = own.split(separator: ".")
    // No process has this number: the kernel's limit is 2^22.
    let dead = "\(parts[0]).99999999.\(parts[2])"
    let elsewhere = "0123456789abcdef.99999999.\(parts[2])"
    for folder in [own, dead, elsewhere, "notes"] { try Files.makeFolder("\(work)/\(folder)") }

    WorkFolders.removeLeftovers(from: home)

    #expect(Files.entries(of: work) == [own, elsewhere, "notes"].sorted())
  }
}
