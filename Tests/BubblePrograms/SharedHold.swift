import Foundation
import Synchronization

// What the programs with races and those in `Ordered` share.

/// A number that every task may change.
enum Quay {
  nonisolated(unsafe) static var crates = 0
  nonisolated(unsafe) static var sacks = 0
}

/// A ship's hold that the compiler is told to believe in.
public final class Hold: @unchecked Sendable {
  struct Crate {
    var name: String
    var weights: (Int, Int, Int, Int) = (1, 2, 3, 4)
  }

  public var count = 0
  var names: [String] = []
  var crates = [Crate(name: "tea"), Crate(name: "salt")]
  var isOpen = false
  var isFull = false

  public init() {}
  public func add() { count += 1 }
}

/// Both at the same time, as children of a group.
func together(
  _ first: @escaping @Sendable () async -> Void, _ second: @escaping @Sendable () async -> Void
) async {
  await withTaskGroup { group in
    group.addTask { await first() }
    group.addTask { await second() }
  }
}

func both(_ work: @escaping @Sendable () async -> Void) async { await together(work, work) }
