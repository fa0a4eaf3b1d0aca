/// The fingerprint of a Swift file, by which an untouched stub is recognized.
///
/// It ignores white space (even in a literal), line breaks, a byte order mark, and lines that begin
/// with `//`. Everything else counts, even a comment after code or in `/* */`.
///
///     fingerprint(ofSwiftSource: "// One.\nlet a = 1\n") == fingerprint(ofSwiftSource: "let a=1")
///
/// - Parameter source: The file's text.
/// - Returns: The SHA-256 of what counts, as 64 hexadecimal digits.
public func fingerprint(ofSwiftSource source: String) -> String {
  var bytes = Array(source.utf8)[...]
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  var digest = SHA256()
  for line in lines.map({ $0.drop(while: isSpace) }) where !line.starts(with: "//".utf8) {
    digest.add(line.filter { !isSpace($0) })
  }
  return digest.hexadecimal
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
}
