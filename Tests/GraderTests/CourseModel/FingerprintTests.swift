import CourseModel
import Testing

@Suite("fingerprint") struct FingerprintTests {
  @Test(arguments: [
    ("let a = 1", "let  a=1 // one"),
    ("let a = 1", "/* a /* nested */ comment */ let a = 1\n"),
    ("let a = 1", "\u{FEFF}let a = 1\r\n"),
    (#"let a = "x""#, "let a =\n  \"x\"  // \"y\""),
    (#"let a = "\(b)""#, #"let a = "\( b /* why */ )""#),
    ("let a = \"\"\"\n  x\n  \"\"\"", "let a = \"\"\"\r\n  x\r\n  \"\"\""),
  ])
  func `comments and white space do not count`(left: String, right: String) {
    #expect(fingerprint(ofSwiftSource: left) == fingerprint(ofSwiftSource: right))
  }

  @Test(arguments: [
    ("let a = 1", "let a = 2"),
    (#"let a = " ""#, #"let a = """#),
    (#"let a = "// x""#, #"let a = "// y""#),
    (##"let a = #"\(b) "x""#"##, ##"let a = #"\(b)"x""#"##),
    (#"let a = "\(b(" "))""#, #"let a = "\(b(""))""#),
    (#"let a = "\"  //""#, #"let a = "\"//""#),
  ])
  func `code and literals count`(left: String, right: String) {
    #expect(fingerprint(ofSwiftSource: left) != fingerprint(ofSwiftSource: right))
  }

  @Test func `an unclosed literal or comment ends with the file`() {
    #expect(fingerprint(ofSwiftSource: "let a = \"x").count == 16)
    #expect(fingerprint(ofSwiftSource: "/* let a").count == 16)
    #expect(fingerprint(ofSwiftSource: "let a = \"\\(").count == 16)
  }

  @Test(arguments: ["#", "\"\\(", "/*", "(", "\"\"\"", "\\"])
  func `a megabyte of what opens something is read in one go`(opening: String) {
    let source = "let a = " + String(repeating: opening, count: (1 << 20) / opening.utf8.count)

    #expect(fingerprint(ofSwiftSource: source).count == 16)
  }

  @Test func `a line ends at a carriage return too`() {
    let code = fingerprint(ofSwiftSource: "let a = 1")

    #expect(fingerprint(ofSwiftSource: "// a\rlet a = 1") == code)
  }

  @Test func `the digest is FNV-1a`() {
    var digest = Digest()
    digest.add(Array("foobar".utf8))

    #expect(digest.hexadecimal == "85944171f73967e8")
  }
}
