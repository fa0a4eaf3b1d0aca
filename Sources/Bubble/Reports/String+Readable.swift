public import Testing

extension String {
  /// A value as Swift prints it, made readable: the same in each process, with short times.
  var readable: String { withoutContexts.withReadableTimes }

  /// The text without the addresses by which Swift names the file that a private type belongs to.
  private var withoutContexts: String {
    guard contains("(unknown context at $") else { return self }
    return replacing(/\(unknown context at \$[0-9a-f]+\)\./, with: "")
  }

  /// The text with each `Duration` and `Instant` as a report writes it: "2 s" and "t = 2 s".
  ///
  /// Swift prints a rounded floating-point number, such as "604.2499999999999 seconds".
  var withReadableTimes: String {
    guard contains(" seconds") else { return self }
    // Clocks count from the start of the bubble's first second.
    let start = Double(BubbleRun.start) / 1_000_000_000
    return replacing(/(?:\w+\.)*Instant\(_value: (\d+\.\d+(?:e\+\d+)?) seconds\)/) { match in
      guard let value = Double(match.1) else { return String(match.0) }
      return "t = \(Self.seconds(value >= start ? value - start : value))"
    }
    .replacing(/(-?\d+\.\d+(?:e[-+]\d+)?) seconds/) { match in
      Double(match.1).map(Self.seconds) ?? String(match.0)
    }
  }

  /// Exact to the nanosecond, which is what the bubble's clock counts in.
  private static func seconds(_ seconds: Double) -> String {
    guard abs(seconds) < 4_000_000_000 else { return "\(seconds) s" }
    return Duration.nanoseconds(Int64((seconds * 1_000_000_000).rounded())).inSeconds
  }
}

extension Duration: @retroactive CustomTestStringConvertible {
  /// What a failed expectation shows: "2 s", as the other lines of a report have it.
  public var testDescription: String { inSeconds }
}
