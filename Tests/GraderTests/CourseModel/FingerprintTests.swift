import CourseModel
import Testing

@testable import GraderFormats

@Suite("fingerprint") struct FingerprintTests {
  @Test(arguments: [
    ("let a = 1", "let  a=1"),
    ("let a = 1", "\n\tlet a =\n    1\u{B}\u{C}\n\n"),
    ("let a = 1\nlet b = 2", "let a = 1\r\nlet b = 2\r\n"),
    ("let a = 1\nlet b = 2", "let a = 1\rlet b = 2"),
    ("let a = 1", "\u{FEFF}let a = 1"),
    ("let a = 1", "\u{FEFF}// One.\nlet a = 1\n  /// Two.\n//let b = 2\n//"),
    ("let a = 1", "// One.\rlet a = 1"),
    (#"let a = "b c""#, #"let a = "bc""#),
  ])
  func `white space, line ends and comment lines do not count`(left: String, right: String) {
    #expect(fingerprint(ofSwiftSource: left) == fingerprint(ofSwiftSource: right))
  }

  @Test(arguments: [
    ("let a = 1", "let a = 2"),
    ("let a = 1", "let a = 1  // one"),
    ("let a = 1", "/* one */ let a = 1"),
    ("let a = 1", "let a = 1\n/ /"),
    ("let a = 1", "let a = 1\u{FEFF}"),
    ("a / b", "a\n// b"),
    ("// let a = 1", "let a = 1"),
    ("", "}"),
    (#"let a = "// x""#, #"let a = "// y""#),
  ])
  func `everything else counts`(left: String, right: String) {
    #expect(fingerprint(ofSwiftSource: left) != fingerprint(ofSwiftSource: right))
  }

  @Test(arguments: ["\n", " ", "//", "// \n", "x", "\r\n"])
  func `a megabyte is read in one go`(piece: String) {
    let source = "let a = " + String(repeating: piece, count: (1 << 20) / piece.utf8.count)

    #expect(fingerprint(ofSwiftSource: source).count == 64)
  }

  @Test func `no stub passes for another one, and no sample solution for its stub`() throws {
    let course = try Course(root: Fixtures.package)
    let exercises = course.chapters.flatMap { chapter in
      chapter.manifest.exercises.map { (chapter, $0) }
    }
    let untouched = try exercises.filter { chapter, exercise in
      let path = "\(course.root)/Solutions/\(chapter.folder)/\(exercise.file)"
      return try fingerprint(ofSwiftSource: #require(Files.text(path))) == exercise.stub
    }

    #expect(untouched.map(\.1.id) == [])
    #expect(Set(exercises.map(\.1.stub)).count == exercises.count)
  }

  // The FNV-1a digests of these two names, of 64 bits, are the same.
  @Test func `a file that is forged against a short digest counts`() {
    let (stub, forged) = ("8yn0iYCKYHlIj4-BwPqk", "GReLUrM4wMqfg9yzV3KQ")

    #expect(fingerprint(ofSwiftSource: stub) != fingerprint(ofSwiftSource: forged))
  }

  @Test func `the digest is FNV-1a`() {
    var digest = Digest()
    digest.add(Array("foobar".utf8))

    #expect(digest.hexadecimal == "85944171f73967e8")
  }
}
