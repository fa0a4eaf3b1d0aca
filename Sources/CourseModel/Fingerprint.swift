/// The fingerprint of Swift code: the same for two files that differ in comments and white space only.
///
/// White space inside string literals counts; line endings and a byte order mark do not.
///
///     fingerprint(ofSwiftSource: "let a = 1  // one") == fingerprint(ofSwiftSource: "let a=1")
///
/// - Parameter source: The file's text.
/// - Returns: 16 hexadecimal digits.
public func fingerprint(ofSwiftSource source: String) -> String {
  var digest = Digest()
  digest.add(codeBytes(ofSwiftSource: source))
  return digest.hexadecimal
}

/// What is left of a Swift file without comments and without white space outside literals.
///
/// - Parameter source: The file's text.
/// - Returns: The remaining bytes in UTF-8.
public func codeBytes(ofSwiftSource source: String) -> [UInt8] {
  var scanner = CodeScanner(source)
  return scanner.scan()
}

/// The lines of a Swift file without its comments, each where it stood.
///
/// - Parameter source: The file's text.
/// - Returns: As many lines as the file has.
public func codeLines(ofSwiftSource source: String) -> [String] {
  var scanner = CodeScanner(source, keepsLayout: true)
  return String(decoding: scanner.scan(), as: UTF8.self)
    .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
