/// The fingerprint of Swift code: the same for two files that differ in comments and white space only.
///
/// White space inside string literals counts; line endings and a byte order mark do not.
///
///     fingerprint(ofSwiftSource: "let a = 1  // one") == fingerprint(ofSwiftSource: "let a=1")
///
/// - Parameter source: The file's text.
/// - Returns: 16 hexadecimal digits.
public func fingerprint(ofSwiftSource source: String) -> String {
  var scanner = CodeScanner(source)
  var digest = Digest()
  digest.add(scanner.scan())
  return digest.hexadecimal
}
