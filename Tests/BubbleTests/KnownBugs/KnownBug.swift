import Bubble
import Synchronization
import Testing

/// A classic mistake of concurrent programs, as a program that makes it and a twin that does not.
///
/// Tells how well the schedules find what they exist for. The comment beside each program says how
/// many switches it needs: moments at which a task that could go on has to let another one run.
struct KnownBug: Sendable {
  typealias Program = @Sendable () async throws -> Void

  let name: String
  /// What the failure has to look like.
  let verdict: Exploration.Failure.Verdict
  /// Whether the wrong program has few enough schedules to run them all.
  let isSmall: Bool
  let wrong: Program
  let right: Program

  init(
    _ name: String, _ verdict: Exploration.Failure.Verdict, isSmall: Bool = true,
    wrong: @escaping Program, right: @escaping Program
  ) {
    self.name = name
    self.verdict = verdict
    self.isSmall = isSmall
    self.wrong = wrong
    self.right = right
  }

  static let all =
    mutualExclusion + lockOrder + diningPhilosophers + checkThenAct + waiting + readersAndWriters
    + channels + ties + betweenAwaits + races + waitGroups
}

extension KnownBug: CustomTestStringConvertible {
  var testDescription: String { name }
}

/// A variable that tasks share; each access alone is safe, two together are not.
final class Shared<Value: Sendable>: Sendable {
  private let storage: Mutex<Value>

  init(_ value: Value) { storage = Mutex(value) }

  var value: Value {
    get { storage.withLock { $0 } }
    set { storage.withLock { $0 = newValue } }
  }
}

/// How often something was done that has to be done once.
final class Tally: Sendable {
  private let number = Mutex(0)
  var count: Int { number.withLock { $0 } }
  func add() { number.withLock { $0 += 1 } }
}

/// A place that has room for one task at a time.
final class Berth: Sendable {
  struct Collision: Error {}

  private let ships = Mutex((now: 0, most: 0))

  /// Stays for one step.
  func visit() async {
    ships.withLock { ships in
      ships.now += 1
      ships.most = max(ships.most, ships.now)
    }
    await Task.yield()
    ships.withLock { $0.now -= 1 }
  }

  /// To be called at the end: an error in the middle would leave others waiting, a second failure.
  func check() throws {
    if ships.withLock({ $0.most }) > 1 { throw Collision() }
  }
}
