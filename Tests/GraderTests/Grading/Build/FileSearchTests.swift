import Testing

@testable import GraderFormats
@testable import Grading

/// The files of a chapter `A`, `B`, `C` with a compiler that is a table.
@Suite("which files keep a chapter from being built") struct FileSearchTests {
  /// What the compiler says when these files are left out.
  private typealias Compiler = (Set<String>) -> [Diagnostic]?

  private func error(_ file: String, _ message: String = "wrong") -> Diagnostic {
    Diagnostic(file: file, line: 1, message: message)
  }

  private func search(
    wanted: Set<String> = ["A", "B", "C"], _ compiler: Compiler
  ) -> (result: FileSearch.Result, attempts: [Set<String>]) {
    var attempts: [Set<String>] = []
    let result = FileSearch(files: ["A", "B", "C"], wanted: wanted).run { leftOut in
      attempts.append(leftOut)
      return compiler(leftOut)
    }
    return (result, attempts)
  }

  /// A compiler that objects to each of these files wherever it is compiled.
  private func objecting(to files: Set<String>) -> Compiler {
    { leftOut in
      let errors = files.subtracting(leftOut).sorted().map { self.error($0) }
      return errors.isEmpty ? nil : errors
    }
  }

  @Test func `a chapter that is right is built once`() {
    let (result, attempts) = search { _ in nil }

    #expect(result == .init())
    #expect(attempts == [[]])
  }

  @Test func `a file with an error is left out, and nothing else`() {
    let (result, attempts) = search(objecting(to: ["B"]))

    #expect(result.leftOut == ["B": [error("B")]])
    #expect(attempts == [[], ["B"]])
  }

  @Test func `two files with errors of their own are both left out`() {
    let (result, attempts) = search(objecting(to: ["A", "C"]))

    #expect(result.leftOut.keys.sorted() == ["A", "C"])
    #expect(attempts == [[], ["A", "C"], ["C"], ["A"]])
  }

  @Test func `a file is put back whose errors followed from another's`() {
    // What C declares cannot be found while it does not parse; its stub declares it.
    let (result, attempts) = search { leftOut in
      leftOut.contains("C")
        ? nil
        : [error("A", "cannot find"), error("C")].filter {
          !leftOut.contains($0.file)
        }
    }

    #expect(result.leftOut == ["C": [error("C")]])
    #expect(attempts == [[], ["A", "C"], ["C"]])
  }

  @Test func `a file that needs what another declared is left out and told so`() {
    let (result, _) = search { leftOut in
      if !leftOut.contains("A") { return [error("A")] }
      return leftOut.contains("B") ? nil : [error("B", "cannot find")]
    }

    #expect(result.leftOut.keys.sorted() == ["A", "B"])
    #expect(result.leftOut["A"]?.first?.context == nil)
    #expect(
      result.leftOut["B"]?.first?.context == ["(seen with the stub in place of your A)"])
  }

  @Test func `an error without a place is found by trying`() {
    let endless = error("")
    let (result, attempts) = search { $0.contains("B") ? nil : [endless] }

    #expect(result.leftOut == ["B": [error("B")]])
    #expect(attempts.first { $0.count == 3 } != nil)
  }

  @Test func `a file is put back when what it needs has been put back`() {
    // A needs B, and C is at fault; nothing says so at first.
    let (result, attempts) = search { leftOut in
      if !leftOut.contains("C") { return [error("")] }
      return leftOut == ["B", "C"] ? [error("A", "cannot find")] : nil
    }

    #expect(result.leftOut.keys.sorted() == ["C"])
    #expect(attempts.last { $0.contains("C") } == ["C"])
  }

  @Test func `an error that blames a file that is not there is found by trying`() {
    let (result, _) = search { $0.contains("C") ? nil : [error("Elsewhere.swift")] }

    #expect(result.leftOut == ["C": [error("Elsewhere.swift")]])
  }

  @Test func `when all are at fault all are left out`() {
    let (result, attempts) = search(objecting(to: ["A", "B", "C"]))

    #expect(result.leftOut.keys.sorted() == ["A", "B", "C"])
    #expect(attempts.count <= 2 * 3 + 1)
  }

  @Test func `nothing is left out of a chapter that does not build without any of them`() {
    let (result, _) = search { _ in [error("Own.swift")] }

    #expect(result == .init(failure: [error("Own.swift")]))
  }

  @Test func `the rest is not built for nothing`() {
    let (result, attempts) = search(wanted: ["B"], objecting(to: ["B"]))

    #expect(result.leftOut == ["B": [error("B")]])
    #expect(attempts == [[]])
  }
}
