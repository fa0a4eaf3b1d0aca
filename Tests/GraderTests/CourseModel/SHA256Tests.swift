import CourseModel
import Foundation
import Testing

@testable import Grading

@Suite("SHA-256") struct SHA256Tests {
  // The examples of the standard, and lengths at which the last block is full.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
  ])
  func `it gives the digests of the standard`(text: String, digest: String) {
    var hash = SHA256()
    for byte in text.utf8 { hash.add([byte]) }
    #expect(hash.hexadecimal == digest)
  }

  @Test func `files that differ in a byte, or in where they end, differ in their digests`() {
    let chapters = [("ab", "c"), ("a", "bc"), ("ab", "d")].map { first, second in
      StagedChapter(
        chapter: .sample, files: ["A.swift": Data(first.utf8), "B.swift": Data(second.utf8)],
        started: [])
    }
    #expect(Set(chapters.map(\.digest)).count == 3)
  }
}
