/// The order in which a bubble lets its tasks run, with a short form that replays it.
public enum Schedule: Sendable, Hashable {
  /// The task that has been ready longest runs first, as on an otherwise idle machine with one
  /// processor.
  case firstInFirstOut
  /// The task that became ready last runs first.
  case lastInFirstOut
  /// All ready tasks are equally likely; the seed decides.
  case random(seed: UInt64)
  /// PCT: the task with the highest priority runs; at `depth - 1` change points, it gets the
  /// lowest.
  ///
  /// Finds a bug that needs few switches, at the right places, with a known probability (Burckhardt
  /// and others, "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs", 2010). The
  /// change points are drawn from the first `steps` jobs.
  case pct(seed: UInt64, depth: Int, steps: Int)
  /// A task runs until it waits, then the one that has been ready longest, except at these
  /// switches.
  case switches([Switch])

  /// A decision other than the usual one.
  public struct Switch: Sendable, Hashable {
    /// Which decision, counted from 0 over all moments with more than one possibility.
    public let decision: Int
    /// Which possibility: 1 is the one after the usual one.
    public let choice: Int

    /// Makes a decision other than the usual one.
    ///
    /// - Parameters:
    ///   - decision: Which decision, counted from 0.
    ///   - choice: Which possibility, from 1.
    public init(decision: Int, choice: Int) {
      self.decision = decision
      self.choice = choice
    }
  }
}

extension Schedule: CustomStringConvertible, LosslessStringConvertible {
  /// The short form: `f`, `l`, `r17`, `p17.3.40` (seed, depth, steps) or `x12-1.40-2` (switches).
  public var description: String {
    switch self {
    case .firstInFirstOut: "f"
    case .lastInFirstOut: "l"
    case .random(let seed): "r\(seed)"
    case .pct(let seed, let depth, let steps): "p\(seed).\(depth).\(steps)"
    case .switches(let switches):
      "x" + switches.map { "\($0.decision)-\($0.choice)" }.joined(separator: ".")
    }
  }

  /// Reads the short form; `nil` if the text is not one.
  public init?(_ description: String) {
    let rest = description.dropFirst()
    switch description.first {
    case "f" where rest.isEmpty: self = .firstInFirstOut
    case "l" where rest.isEmpty: self = .lastInFirstOut
    case "r":
      guard let seed = UInt64(rest) else { return nil }
      self = .random(seed: seed)
    case "p":
      let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 3, let seed = UInt64(parts[0]), let depth = Int(parts[1]), depth > 0,
        let steps = Int(parts[2]), steps > 0
      else { return nil }
      self = .pct(seed: seed, depth: depth, steps: steps)
    case "x":
      guard let switches = Self.switches(in: rest) else { return nil }
      self = .switches(switches)
    default: return nil
    }
  }

  private static func switches(in text: Substring) -> [Switch]? {
    guard !text.isEmpty else { return [] }
    var switches: [Switch] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let numbers = part.split(separator: "-", omittingEmptySubsequences: false)
      guard numbers.count == 2, let decision = Int(numbers[0]), let choice = Int(numbers[1]),
        decision > (switches.last?.decision ?? -1), choice > 0
      else { return nil }
      switches.append(Switch(decision: decision, choice: choice))
    }
    return switches
  }
}
