/// What the compiler's driver says of a command that it started.
enum DriverWords {
  /// The signal that ended the command; `nil` when the driver names none.
  ///
  /// These are the driver's last words. All that stands before them may quote the code.
  static func signal(in text: String) -> Int32? {
    guard let last = text.split(whereSeparator: \.isNewline).last,
      let match = last.prefixMatch(
        of: /(?:clang: )?error: .*\bcommand failed due to signal (\d+)\b/)
    else { return nil }
    return Int32(match.1)
  }
}
