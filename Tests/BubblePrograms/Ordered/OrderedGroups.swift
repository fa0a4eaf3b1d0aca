/// Children of groups, and what comes after them.
extension OrderedAccesses {
  public static func nextOfAGroup() async {
    let hold = Hold()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { hold.add() }
      await group.next()
      hold.add()
      group.addTask { hold.add() }
      for await _ in group { hold.add() }
    }
  }

  public static func endOfAGroup() async {
    let hold = Hold()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { hold.add() }
      await Task.yield()
    }
    hold.add()
    await withDiscardingTaskGroup { group in
      group.addTask { hold.add() }
      await Task.yield()
    }
    hold.add()
  }

  public static func resultsOfAGroup() async {
    let counts = await withTaskGroup(of: (Int, [Hold.Crate]).self) { group in
      for number in 0..<3 {
        group.addTask { (number, [Hold.Crate(name: "\(number)")]) }
      }
      var counts = Array(repeating: 0, count: 3)
      for await (number, crates) in group { counts[number] += crates[0].weights.0 }
      return counts
    }
    precondition(counts == [1, 1, 1])
  }

  public static func throwingGroup() async {
    let hold = Hold()
    try? await withThrowingTaskGroup(of: Int.self) { group in
      group.addTask {
        hold.add()
        return 1
      }
      while let count = try await group.next() { hold.count += count }
      group.addTask {
        hold.add()
        throw CancellationError()
      }
      _ = await group.nextResult()
      hold.add()
      group.addTask {
        hold.add()
        return 1
      }
      try await group.waitForAll()
      hold.add()
    }
    hold.add()
  }

  /// The next child starts after what the one before has done, as its parent has seen that.
  public static func childrenInTurn() async {
    let hold = Hold()
    await withTaskGroup { group in
      for _ in 0..<3 {
        group.addTask { hold.add() }
        await group.next()
      }
    }
    await withTaskGroup { group in
      group.addTask { hold.add() }
      await group.waitForAll()
      group.addTask { hold.add() }
    }
    hold.add()
  }

  public static func groupOnAnActor() async {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<2 { group.addTask { @MainActor in Quay.sacks += 1 } }
      await Task.yield()
    }
    Quay.sacks += 1
  }
}
