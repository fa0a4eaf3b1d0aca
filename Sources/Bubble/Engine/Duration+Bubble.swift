extension Duration {
  /// Whole nanoseconds, at least 0 and at most what keeps a clock of 64 bits from overflowing.
  var nanosecondsClamped: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    guard seconds < 8_000_000_000 else { return 8_000_000_000_000_000_000 }
    // Rounded up, so that a sleep never ends before its deadline.
    return UInt64(seconds) * 1_000_000_000 + UInt64((attoseconds + 999_999_999) / 1_000_000_000)
  }

  /// The shortest exact form in seconds, such as `2 s` or `0.25 s`.
  var inSeconds: String {
    let (seconds, attoseconds) = components
    guard attoseconds != 0 else { return "\(seconds) s" }
    let sign = seconds == 0 && attoseconds < 0 ? "-" : ""
    let fraction = String(abs(attoseconds))
    var digits = String(repeating: "0", count: 18 - fraction.count) + fraction
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(seconds).\(digits) s"
  }
}
