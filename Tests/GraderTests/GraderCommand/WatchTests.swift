import CourseModel
import Foundation
import Testing

@testable import GraderCommand
@testable import GraderFormats
@testable import Grading

@Suite("--watch") struct WatchTests {
  /// A folder of its own for each test.
  private final class Place {
    let path = NSTemporaryDirectory() + "watch-\(UUID().uuidString)"

    init() throws { try Files.makeFolder(path + "/03-Channels") }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func save(_ name: String, _ text: String) {
      try? Files.write(Data(text.utf8), to: "\(path)/\(name)")
    }

    var snapshot: FolderSnapshot { FolderSnapshot(of: [path]) }
  }

  @Test func `a file that is written, added or removed is a change`() throws {
    let place = try Place()
    place.save("03-Channels/Ping.swift", "1")
    place.save("03-Channels/Range.swift", "1")
    let before = place.snapshot
    place.save("03-Channels/Ping.swift", "2")
    place.save("ann.zip", "1")
    try FileManager.default.removeItem(atPath: place.path + "/03-Channels/Range.swift")

    let changes = place.snapshot.changes(since: before).map { $0.dropFirst(place.path.count + 1) }
    #expect(changes == ["03-Channels/Ping.swift", "03-Channels/Range.swift", "ann.zip"])
  }

  @Test(arguments: [".build/Ping.swift", "03-Channels/.#Ping.swift", "03-Channels/notes.txt"])
  func `what is no work does not count`(name: String) throws {
    let place = try Place()
    try Files.makeFolder(place.path + "/.build")
    let before = place.snapshot
    place.save(name, "1")

    #expect(place.snapshot == before)
  }

  @Test func `a link that leads back up is not followed`() throws {
    let place = try Place()
    place.save("03-Channels/Ping.swift", "1")
    try FileManager.default.createSymbolicLink(
      atPath: place.path + "/03-Channels/up", withDestinationPath: "..")
    let before = place.snapshot
    place.save("03-Channels/Ping.swift", "22")

    #expect(place.snapshot.changes(since: before).count == 1)
  }

  @Test func `a file named itself is watched too`() throws {
    let place = try Place()
    place.save("ann.tar", "1")
    let before = FolderSnapshot(of: [place.path + "/ann.tar"])
    place.save("ann.tar", "22")

    let changes = FolderSnapshot(of: [place.path + "/ann.tar"]).changes(since: before)
    #expect(changes == [place.path + "/ann.tar"])
  }

  @Test func `files that are saved one after another are one change`() throws {
    let place = try Place()
    var pauses = [
      {},
      { place.save("Ping.swift", "1") },
      { place.save("Range.swift", "1") },
      {},
      { place.save("Ping.swift", "22") },
    ][...]
    var watch = Watch(look: { place.snapshot }, pause: { pauses.popFirst()?() })

    #expect(watch.nextChange() == ["\(place.path)/Ping.swift", "\(place.path)/Range.swift"])
    #expect(watch.nextChange() == ["\(place.path)/Ping.swift"])
  }

  @Test func `what is saved while the work is graded is seen afterwards`() throws {
    let place = try Place()
    var watch = Watch(look: { place.snapshot }, pause: {})
    place.save("Ping.swift", "1")

    #expect(watch.nextChange() == ["\(place.path)/Ping.swift"])
  }

  @Test func `a chapter with the same sources is graded once`() throws {
    let cache = ChapterCache()
    var graded: [String] = []
    func grade(_ text: String, cacheKey: String = "") -> Int {
      let staged = StagedChapter(
        chapter: .sample, files: ["Ping.swift": Data(text.utf8)], started: [])
      return cache.result(of: staged, cacheKey: cacheKey) {
        graded.append(cacheKey + text)
        return ChapterResult(
          number: 1, title: "", score: text.count, maxScore: 9, build: .ok, diagnostics: [],
          exercises: [])
      }.score
    }

    let scores = ["a", "bb", "a", "bb"].map { grade($0) }
    #expect(scores == [1, 2, 1, 2])
    #expect(grade("a", cacheKey: "other tests") == 1)
    #expect(graded == ["a", "bb", "other testsa"])
  }

  @Test func `what could not be graded is tried again`() throws {
    let cache = ChapterCache()
    let staged = StagedChapter(chapter: .sample, files: [:], started: [])
    var tries = 0
    for _ in 0..<2 {
      #expect(throws: InfrastructureError.self) {
        try cache.result(of: staged, cacheKey: "") {
          tries += 1
          throw InfrastructureError("no room")
        }
      }
    }

    #expect(tries == 2)
  }

  @Test(arguments: [["--check-course"], ["--doctor"], ["hint", "3.1"], ["merge", "a", "-o", "b"]])
  func `only grading can be watched`(arguments: [String]) {
    let error = #expect(throws: UsageError.self) {
      try OptionParser.parse(["--watch"] + arguments)
    }
    #expect(error?.description.contains("--watch is only for grading") == true)
  }
}
