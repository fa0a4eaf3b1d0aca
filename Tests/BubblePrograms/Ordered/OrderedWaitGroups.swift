import Channels

/// Tasks that wait for a `WaitGroup`.
extension OrderedAccesses {
  public static func waitGroup() async {
    let hold = Hold()
    let group = WaitGroup()
    group.add()
    let loading = Task {
      hold.add()
      group.done()
    }
    await Task.yield()
    await group.wait()
    hold.add()
    await loading.value
  }

  public static func waitGroupThatIsUsedAgain() async {
    let hold = Hold()
    let group = WaitGroup()
    for _ in 0..<2 {
      group.add()
      Task {
        hold.add()
        group.done()
      }
      await group.wait()
      hold.add()
    }
  }

  public static func waitGroupThatManyAwait() async {
    let holds = [Hold(), Hold()]
    let group = WaitGroup()
    for hold in holds {
      group.add()
      Task {
        hold.add()
        group.done()
      }
    }
    let ends = holds.map { hold in
      Task {
        await group.wait()
        _ = hold.count
      }
    }
    for end in ends { await end.value }
    for hold in holds { hold.add() }
  }
}
