import Testing

@testable import Grading

@Suite(
  "mutants of a source",
  .enabled(
    if: SyntaxToolSample.isAllowed, "builds the syntax tool: GRADER_TESTS=all, as .ci/run does"))
struct MutantFinderTests {
  struct Case: CustomTestStringConvertible {
    var operation: String
    var code: String
    var mutants: [String]

    init(_ operation: String, _ code: String, _ mutants: String...) {
      self.operation = operation
      self.code = code
      self.mutants = mutants
    }

    var testDescription: String { "\(operation): \(code)" }
  }

  private static func wrap(_ code: String) -> String { "func f() async {\n\(code)\n}\n" }

  private func mutants(of text: String, given stub: String = "") throws -> [Rewrite] {
    try SyntaxToolSample.tool.get().rewrites(.mutants, of: [.init(text: text, given: stub)])[0]
  }

  @Test(arguments: [
    Case("delete statement", "  a()\n  b()", "  b()", "  a()"),
    Case("delete statement", "  let a = b()\n  return a"),
    Case(
      "delete statement", "  guard a else { return }\n  b()", "  b()", "  guard a else { return }"),
    Case(
      "delete statement", "  switch a {\n  case 1: b()\n  }", "",
      "  switch a {\n  case 1: break\n  }"),
    Case("delete wait", "  try await a()  // Gone, too.\n  b()", "  b()"),
    Case("delete wait", "  _ = await a\n  b()", "  b()"),
    Case("delete wait", "  f { await a() }", "  f {  }"),
    Case("delete close", "  a.close()\n  b()", "  b()"),
    Case("delete defer", "  defer { a() }\n  b()", "  b()"),
    Case("delete cancel", "  a.cancelAll()\n  b.cancel()", "  b.cancel()", "  a.cancelAll()"),
    Case("swap", "  a()\n  b()\n  return", "  b()\n  a()\n  return"),
    Case(
      "swap", "  let a = [1]\n  b()\n  async let c = d()\n  async let e = d()",
      "  let a = [1]\n  async let c = d()\n  b()\n  async let e = d()"),
    Case("swap", "  let a = b.c\n  let d = b.e\n  f(a)", "  let a = b.c\n  f(a)\n  let d = b.e"),
    Case(
      "swap", "  s {\n    Receive(from: a)\n    After(b)\n    c()\n  }",
      "  s {\n    Receive(from: a)\n    c()\n    After(b)\n  }"),
    Case(
      "move before loop", "  while true {\n    a()\n    b()\n  }",
      "  a()\n  while true {\n    b()\n  }"),
    Case(
      "move after loop", "  for a in b {\n    a()\n    b()\n  }",
      "  for a in b {\n    a()\n  }\n  b()"),
    Case(
      "move before lock", "  a.withLock {\n    b()\n    c()\n  }",
      "  b()\n  a.withLock {\n    c()\n  }"),
    Case(
      "move after lock", "  a.withLock {\n    b()\n    c()\n  }",
      "  a.withLock {\n    b()\n  }\n  c()"),
    Case("move before task", "  Task {\n    b()\n    c()\n  }", "  b()\n  Task {\n    c()\n  }"),
    Case("bound", "  a(1)", "  a(2)", "  a(0)"),
    Case("bound", "  a(0..<2)", "  a(1..<2)", "  a(0...2)", "  a(0..<3)", "  a(0..<1)"),
    Case("bound", "  a(b == c)", "  a(b == (c + 1))", "  a(b == (c - 1))"),
    Case("negate", "  if a, !b { c() }", "  if !(a), !b { c() }", "  if a, b { c() }"),
    Case("negate", "  while let a = b { c() }"),
    Case("negate", "  return a ? b : c", "  return a ? c : b"),
    Case("negate", "  a { !$0 && b }", "  a { $0 && b }", "  a { !$0 || b }"),
    Case("negate", "  for a in b where a { c() }", "  for a in b where !(a) { c() }"),
    Case(
      "drop condition", "  while a, let b = c, d { e() }", "  while let b = c, d { e() }",
      "  while a, let b = c { e() }"),
    Case("ignore condition", "  guard await a() else { return }", "  _ = await a()"),
    Case(
      "ignore condition", "  if a { b() } else if c { d() }\n  e(if f { 1 } else { 2 })",
      "  do { b() }\n  e(if f { 1 } else { 2 })"),
    Case("child becomes Task", "  group.addTask { a() }", "  Task { a() }"),
    Case(
      "child becomes Task", "  async let a: Int = b()\n  return await a + c(a: a)",
      "  let a = Task { try await b() }\n  return await a.value + c(a: a.value)"),
    Case("drop error", "  try await a()\n  try? b()", "  try? await a()\n  try? b()"),
  ])
  func `each operator changes what it says, and nothing else`(_ sample: Case) throws {
    let mutants = try mutants(of: Self.wrap(sample.code))

    // Nothing is left of a body but its line.
    let expected = sample.mutants.map { $0.isEmpty ? "func f() async {\n}\n" : Self.wrap($0) }
    #expect(mutants.filter { $0.operation == sample.operation }.map(\.text) == expected)
  }

  @Test(arguments: [
    "{ $0 += 1 }", "{ $0.append(b) }", "{ $0[1].b = c }", "{ b in b = c(b) }", "{ b in c(&b.d) }",
    "{ (b: inout B) in b?.c() }",
  ])
  func `a section that changes what its lock protects gets a gap`(_ section: String) throws {
    let mutants = try mutants(of: Self.wrap("  a.b.withLock \(section)"))

    let split = try #require(mutants.filter { $0.operation == "split lock" }.first)
    #expect(split.text.hasPrefix(Self.wrap("  inTwoSteps(a.b) \(section)")))
    #expect(split.text.contains("private func inTwoSteps<State: Sendable, Result>("))
  }

  @Test(arguments: [
    "{ $0 }", "{ $0 == b }", "{ b($0) }", "{ $0 = b }", "{ b in b = .c(d) }",
    "{ b in c.append(d) }",
  ])
  func `a section that only reads, or replaces all of it, gets none`(_ section: String) throws {
    let mutants = try mutants(of: Self.wrap("  a.withLock \(section)"))

    #expect(!mutants.contains { $0.operation == "split lock" })
  }

  @Test func `names stay when other lines move, and equal ones are numbered`() throws {
    let before = try mutants(of: Self.wrap("  a.close()\n  b.close()\n  a.close()"))
    let after = try mutants(of: Self.wrap("  // Why.\n\n  let c = 1\n  a.close()"))

    #expect(
      before.map(\.name).filter { $0.contains("delete") } == [
        "f: delete close: a.close()", "f: delete close: b.close()", "f: delete close: a.close() #2",
      ])
    #expect(after.map(\.name).contains("f: delete close: a.close()"))
  }

  @Test func `what the stub already has is left as it is`() throws {
    let given = "func g() { b() }\nstruct S {\n  var c: Int { d(1) }\n}\n"
    let mutants = try mutants(of: given + "func f() { a() }\n", given: "func f() {}\n" + given)

    #expect(mutants.map(\.name) == ["f: delete statement: a()"])
  }

  @Test func `the order in which properties get their first values is left as it is`() throws {
    let mutants = try mutants(of: "struct S {\n  init() {\n    a = b\n    c = d\n  }\n}\n")

    #expect(mutants.map(\.operation) == ["delete statement", "delete statement"])
  }

  @Test func `signatures, imports and attributes are left as they are`() throws {
    #expect(try mutants(of: "import A\n@B(1) func f(_ c: Int = 1) {}\n").map(\.name) == [])
  }
}
