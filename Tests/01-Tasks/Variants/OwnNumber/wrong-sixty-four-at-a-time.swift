// wrong: stamps 64 crates at the same time, and lets the next one wait
// rejected by: all crates are stamped at once as wrong
public func stampCrates(
  _ count: Int, stamp: @escaping @Sendable (Int) async -> Void
) async {
  await withTaskGroup(of: Void.self) { group in
    for number in 1...count {
      if number > 64 { await group.next() }
      group.addTask { await stamp(number) }
    }
  }
}
