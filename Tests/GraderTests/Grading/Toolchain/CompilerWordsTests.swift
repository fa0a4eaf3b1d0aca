import Foundation
import Testing

@testable import GraderFormats
@testable import Grading

@Suite("the compiler's words") struct CompilerWordsTests {
  @Test func `errors are kept with their place, warnings dropped, repeats too`() {
    let output = """
      Weigh.swift:3:7: error: cannot find 'x' in scope
        x
        ^
        xs
      Weigh.swift:1:5: note: did you mean 'xs'?
      Weigh.swift:4:1: warning: never used
        never
      Weigh.swift:3:9: error: cannot find 'x' in scope
        x + x
      """

    #expect(
      Diagnostic.parse(output) == [
        Diagnostic(
          file: "Weigh.swift", line: 3, message: "cannot find 'x' in scope",
          context: ["  x", "  ^", "  xs", "Weigh.swift:1:5: note: did you mean 'xs'?"])
      ])
    #expect(Diagnostic.parse(output, .warning).map(\.line) == [4])
    #expect(Diagnostic.parse(output, .warning).map(\.context) == [nil])
  }

  @Test func `a compiler that crashed is not quoted in full`() {
    let output = "A.swift:1:1: error: no\n" + String(repeating: "frame\n", count: 500)

    #expect(Diagnostic.parse(output).first?.context?.count == 12)
  }

  @Test(arguments: [
    ("bwrap: No permissions to create a new namespace", true),
    ("bwrap: no:1:8: error: this", false), ("Ping.swift:1:8: error: this", false),
  ])
  func `only the sandbox's own words are an infrastructure error`(
    words: String, isInfrastructureError: Bool
  ) {
    let outcome = ChildOutcome(end: .exited(1), output: Data(), errors: Data(words.utf8))

    #expect((InfrastructureError(outcome) != nil) == isInfrastructureError)
  }

  @Test func `a command that was killed is an infrastructure error, one that took too long is not`()
  {
    func infrastructureError(_ end: ChildOutcome.End, _ words: String = "") -> InfrastructureError?
    {
      InfrastructureError(
        ofDriver: ChildOutcome(end: end, output: Data(), errors: Data(words.utf8)))
    }

    #expect(infrastructureError(.signaled(SIGKILL)) != nil)
    #expect(infrastructureError(.exited(1), "error: compile command failed due to signal 9") != nil)
    #expect(infrastructureError(.signaled(SIGXCPU)) == nil)
    #expect(infrastructureError(.killed(.memory)) == nil)
    #expect(
      infrastructureError(.exited(1), "error: compile command failed due to signal 24") == nil)
  }

  @Test(arguments: [
    "Ping.swift:1:8: error: compile command failed due to signal 9",
    " 7 | #error(\"compile command failed due to signal 9\")",
    "error: compile command failed due to signal 9\nPing.swift:1:8: error: this",
  ])
  func `what the code says of a killed command is not the driver's word`(words: String) {
    let outcome = ChildOutcome(end: .exited(1), output: Data(), errors: Data(words.utf8))

    #expect(InfrastructureError(ofDriver: outcome) == nil)
  }

  @Test func `other tools have no driver`() {
    let words = "error: compile command failed due to signal 9"
    let outcome = ChildOutcome(end: .exited(1), output: Data(), errors: Data(words.utf8))

    #expect(InfrastructureError(outcome) == nil)
  }

  @Test func `an error without a place is kept as it is`() {
    #expect(
      Diagnostic.parse("error: link command failed\n")
        == [Diagnostic(file: "", line: 0, message: "link command failed")])
  }

  @Test func `a changed signature is named with the file that should declare it`() {
    let output = """
      ld.lld: error: undefined symbol: $s2Ch5weighyS2iF
      >>> referenced by T.swift:1
      ld.lld: error: undefined symbol: $s2Ch5weighyS2iF
      """
    func declared(_ path: String..., file: String) -> Declaration {
      Declaration(
        id: "", path: path, text: "", words: [], conformances: [], isPublic: true, file: file,
        line: 1)
    }
    let declarations = [
      declared("Berth", file: "Berth.swift"), declared("Berth", "weigh(_:)", file: "Moor.swift"),
      declared("weigh(_:)", file: "Weigh.swift"),
    ]

    #expect(MissingDeclarations.symbols(in: output) == ["$s2Ch5weighyS2iF"])
    #expect(
      MissingDeclarations.diagnostics(
        demangled: [
          "weigh(_:)", "async function pointer to weigh(_:)",
          "default argument 0 of Berth.weigh(_:)",
        ], declarations: declarations
      ).map(\.message) == [
        "Weigh.swift no longer declares `weigh(_:)` as the course does",
        "Moor.swift no longer declares `Berth.weigh(_:)` as the course does",
      ])
  }
}
