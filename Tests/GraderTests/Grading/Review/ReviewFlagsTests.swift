import Foundation
import Testing

@testable import GraderFormats
@testable import Grading

@Suite("review flags", .enabled(if: SyntaxToolSample.isAllowed)) struct ReviewFlagsTests {
  private func flags(_ source: String, stub: String = "import Channels\n") throws -> [Flag] {
    try allFlags(source, stub: stub).filter { $0.kind != "outlives a test" }
  }

  private func allFlags(_ source: String, stub: String = "import Channels\n") throws -> [Flag] {
    ReviewFlags.find(
      try SyntaxToolSample.facts(of: source, stub: stub), of: "Ping.swift", text: source)
  }

  @Test(arguments: [
    ("final class Box: @unchecked Sendable {}", "@unchecked Sendable"),
    ("class Box: @unchecked /* why */\n Sendable {}", "@unchecked Sendable"),
    ("nonisolated(unsafe) var count = 0", "nonisolated(unsafe)"),
    ("nonisolated /**/ ( unsafe ) var count = 0", "nonisolated(unsafe)"),
    ("let cell = UnsafeMutablePointer<Int>.allocate(capacity: 1)", "unsafe"),
    ("let number = `unsafeBitCast`(a, to: Int.self)", "unsafe"),
    ("let place = unsafe place()", "unsafe"),
    ("@preconcurrency import Channels", "@preconcurrency"),
    ("Thread\n  // now\n  .sleep(forTimeInterval: 1)", "blocks its thread"),
    ("typealias Lane = Thread", "blocks its thread"),
    ("let gate = DispatchSemaphore(value: 0)", "semaphore"),
    ("Task . detached { }", "Task.detached"),
    ("typealias Job = Task\nlet job = Job.detached { }", "Task.detached"),
    ("exit(0)", "leaves the program"),
    ("Swift.Unmanaged.passUnretained(it).release()", "unsafe"),
    ("let place = dlsym(nil, name)", "reaches into the process"),
    (#"let memory = open("/proc/self/mem", O_WRONLY)"#, "reaches into the process"),
    ("typealias Call = @convention(c) () -> Int32", "reaches into the process"),
    ("extension Int: @retroactive CustomStringConvertible {}", "changes another's type"),
    ("extension Swift.`Int`: Swift.CustomStringConvertible {}", "changes another's type"),
    ("typealias Mine = Int\nextension Mine: Error {}", "changes another's type"),
    ("enum Mine { struct Int {} }\nextension Int: Error {}", "changes another's type"),
    ("protocol Shown: Error {}\nextension Int: Shown {}", "changes another's type"),
    ("extension [Int]: Error {}", "changes another's type"),
    ("#if false\nstruct Int {}\n#endif\nextension Int: Error {}", "changes another's type"),
    ("#if false\nprotocol Error {}\n#endif\nextension Int: Error {}", "changes another's type"),
    ("var a: Int { struct Int {}; return 1 }\nextension Int: Error {}", "changes another's type"),
    ("let a = { struct Int {} }\nextension Int: Error {}", "changes another's type"),
    ("@_implements(Equatable, ==(_:_:)) func same() {}", "reaches into the process"),
    (#"let type = _typeByName("Si")"#, "reaches into the process"),
    ("@Swift::_nonSendable class Door {}", "reaches into the process"),
    ("@Swift . _nonSendable class Door {}", "reaches into the process"),
    ("struct Case<Element>: __ChannelCase {}", "reaches into the process"),
    ("let steps: Channels.__CaseStep? = nil", "reaches into the process"),
    ("let step = Channels::__CaseStep.look", "reaches into the process"),
    ("func rows(_ place: OpaquePointer) {}", "unsafe"),
    ("class Door { @exclusivity(unchecked) var UnsafeContinuation = 1 }", "unsafe"),
    ("async let a = [1].withUnsafeBufferPointer { $0.first }", "unsafe"),
    ("async let a = [Int](unsafeUninitializedCapacity: 1) { $1 = 1 }", "unsafe"),
    ("async let a = span[unchecked: 9]", "unsafe"),
    ("async let a = #dsohandle", "unsafe"),
    ("let a = any.withContiguousStorageIfAvailable { $0.first }", "unsafe"),
    ("internal import Foundation", "import Foundation"),
    ("import func Glibc.write", "import Glibc"),
    ("import // a\n `Glibc`", "import Glibc"),
  ])
  func `each sign is found, however it is laid out`(source: String, kind: String) throws {
    #expect(try flags(source).map(\.kind) == [kind])
  }

  @Test(arguments: [
    "import Channels", "// Thread.sleep would block", "/* exit(0) */ let a = 1",
    "try await Task.sleep(for: .seconds(1))", "await group.wait()", "func sleep() {}; sleep()",
    "struct Ship { enum Kind {} }\nextension Ship: Error {}\nextension Ship.Kind: Error {}",
    "protocol Shown {}\nextension Int: Shown {}", "extension Int { var half: Int { self / 2 } }",
    "await withUnsafeContinuation { $0.resume() }", #"let words = "dlsym(nil, a)""#,
    "async let a = cell.pointer(to: 1)",
    "async let a = withUnsafeContinuation { $0.resume() }",
  ])
  func `honest code, comments and texts are left alone`(source: String) throws {
    #expect(try flags(source) == [])
  }

  @Test(arguments: [
    "private let seen = Mutex(0)", "let seen: Atomic<Int> = .init(0)",
    "struct Door { static let seen = makeList() }",
    "func open() { enum Kept { static let seen = Channel<Int>() } }",
    "#if true\nlet seen = Mutex(0)\n#endif", "enum Kept { @TaskLocal static var seen = 0 }",
    "@MainActor var seen = 0 { didSet { print(seen) } }", "let seen = { Mutex(0) }()",
    "let seen = Kept.new", "let seen: Kept = 0", "let seen: [Kept] = [0]", "let seen = Kept[0]",
    "let seen = Kept.seconds(1)", "let seen = { [kept = Kept()] in kept.count }", "let seen = made",
  ])
  func `what outlives a test is named: code can tell schedules apart by it`(source: String) throws {
    #expect(try allFlags(source).map(\.kind) == ["outlives a test"])
  }

  @Test(arguments: [
    "let limit = Duration.seconds(1)\nlet names = [\"a\"]",
    "let most: [String: Int] = [\"a\": .max]",
    "let pause: Duration = .seconds(2 * 30)", "let twice: @Sendable (Int) -> Int = { 2 * $0 }",
    "struct Door { let seen = Mutex(0) }",
    "func open() { var count = 0 }", "struct Door { static var half: Int { count() } }",
    "let open = { () -> Int in\nlet seen = Mutex(0)\nreturn 1\n}",
  ])
  func `what a test or a call has for itself outlives none`(source: String) throws {
    #expect(try allFlags(source) == [])
  }

  @Test(arguments: [
    "let file = FileHandle(forReadingAtPath: place)", "let file: Foundation.FileHandle? = nil",
    "let file = type(of: Pipe().fileHandleForReading).init(forReadingAtPath: place)",
    "let tool = Process()",
  ])
  func `files of Foundation are named first, for the memory is one, too`(line: String) throws {
    let found = try flags("\(line)\nimport Foundation\n")
    #expect(found.map(\.kind) == ["reaches into the process", "import Foundation"])
    #expect(try flags("struct Pipe {}\nlet pipe = Pipe()\n") == [])
  }

  @Test(arguments: [
    "let far = list._getElement(9, wasNativeTypeChecked: true)",
    "var _getElement = 1\nextension Array { func far() { _getElement(9) } }",
    "var _getElement = 1\nlet far = list._getElement", "let token = _DependenceToken()",
    "let a = cell._pointer",
  ])
  func `what a library has without offering it is named`(source: String) throws {
    #expect(try flags(source).map(\.kind) == ["reaches into the process"])
  }

  @Test(arguments: [
    "class Door { private var _count = 0; func open() { _count += self._count } }",
    "func open() { let _ = 1; for _ in 1...2 { } }",
  ])
  func `a variable of one's own may begin with an underscore`(source: String) throws {
    #expect(try flags(source) == [])
  }

  @Test(arguments: [
    "async let a = far(cell._pointer)", "async let a = _unsafeReferenceCast(it, to: Box.self)",
  ])
  func `in an async let, it is unsafe, too`(line: String) throws {
    #expect(try flags(line).map(\.kind) == ["reaches into the process", "unsafe"])
  }

  @Test func `code that the parser does not understand is a fact of its own`() throws {
    let facts = try SyntaxToolSample.facts(of: "let a = 1\nfunc count() { ) }")

    #expect(facts.filter { $0.kind == .unread }.map(\.line) == [2])
  }

  @Test func `a file has two hundred flags at most, and those that matter more are kept`() throws {
    let lines = Array(repeating: "func open() { Task.detached { } }", count: 5_000)
    let source = (lines + ["func end() { unsafeBitCast(1, to: UInt.self) }"])
      .joined(separator: "\n")

    let found = ReviewFlags.limited(try flags(source))

    #expect(found.count == 201)
    #expect(found.last?.kind == "unsafe")
    #expect(found.filter { $0.text.contains("4801 more in this file") }.count == 1)
  }

  @Test func `a module in front hides nothing, wherever it is imported`() throws {
    let found = try flags("func leave() { Glibc._exit(0) }\nimport Glibc\n")
    #expect(found.map(\.kind) == ["leaves the program", "import Glibc"])
  }

  @Test func `what the stub imports needs no look`() throws {
    #expect(try flags("import Foundation", stub: "import Foundation") == [])
  }

  @Test(arguments: [
    #"let sign = #/x/*/#"#, #"let sign = /\/*/"#, ##"let text = #"""#"##,
    "#if false\n#endif\nlet a = 1",
  ])
  func `what looks like a comment to a quick reader hides nothing`(start: String) throws {
    let found = try flags("\(start)\n// exit(0)\nlet place = dlsym(nil, name)\n")
    #expect(found.map(\.kind) == ["reaches into the process"])
  }

  @Test func `a flag stands on its line, whatever a directive says`() throws {
    let source =
      "#sourceLocation(file: \"a\", line: 90)\n/* two\n   lines */\n\n  exit(0)  // gone\n"
    #expect(
      try flags(source) == [
        Flag(kind: "leaves the program", file: "Ping.swift", line: 5, text: "exit(0)  // gone")
      ])
  }
}
