import Synchronization

/// Tasks that hand over by atomics.
extension OrderedAccesses {
  public static func atomicFlag() async {
    final class Flag: Sendable { let isSet = Atomic(false) }
    let hold = Hold()
    let flag = Flag()
    await together(
      {
        hold.add()
        flag.isSet.store(true, ordering: .releasing)
      },
      {
        while !flag.isSet.load(ordering: .acquiring) { await Task.yield() }
        hold.add()
      })
  }

  public static func spinLock() async {
    final class Lock: Sendable { let isHeld = Atomic(false) }
    let hold = Hold()
    let lock = Lock()
    await both {
      while !lock.isHeld.compareExchange(
        expected: false, desired: true, ordering: .acquiring
      ).exchanged {}
      hold.add()
      lock.isHeld.store(false, ordering: .releasing)
    }
  }

  public static func exchangeOfAnAtomic() async {
    final class Flags: Sendable {
      let word = Atomic(0)
      let small = Atomic<UInt8>(0)
    }
    let holds = [Hold(), Hold()]
    let flags = Flags()
    await together(
      {
        holds[0].add()
        flags.word.add(1, ordering: .acquiringAndReleasing)
        holds[1].add()
        _ = flags.small.exchange(1, ordering: .releasing)
      },
      {
        while flags.word.load(ordering: .acquiring) == 0 { await Task.yield() }
        holds[0].add()
        while !flags.small.compareExchange(
          expected: 1, desired: 2, ordering: .acquiring
        ).exchanged { await Task.yield() }
        holds[1].add()
      })
  }

  public static func pairInAnAtomic() async {
    final class Flag: Sendable { let pair = Atomic(WordPair(first: 0, second: 0)) }
    let hold = Hold()
    let flag = Flag()
    await together(
      {
        hold.add()
        flag.pair.store(WordPair(first: 1, second: 2), ordering: .releasing)
      },
      {
        while flag.pair.load(ordering: .acquiring).second == 0 { await Task.yield() }
        hold.add()
        let (isSet, pair) = flag.pair.compareExchange(
          expected: WordPair(first: 1, second: 2), desired: WordPair(first: 3, second: 4),
          ordering: .relaxed)
        precondition(isSet && pair.first == 1)
        precondition(flag.pair.exchange(pair, ordering: .relaxed).second == 4)
      })
  }

  public static func lazyReference() async {
    final class Slot: Sendable { let hold = AtomicLazyReference<Hold>() }
    let slot = Slot()
    await together(
      {
        let hold = Hold()
        hold.add()
        hold.add()
        _ = slot.hold.storeIfNil(hold)
      },
      {
        while true {
          if let hold = slot.hold.load() { return hold.add() }
          await Task.yield()
        }
      })
  }

  public static func atomicsInTurn() async {
    final class Flags: Sendable {
      let word = Atomic(0)
      let small = Atomic<UInt8>(0)
      let pair = Atomic(WordPair(first: 0, second: 0))
      let first = AtomicLazyReference<Hold>()
    }
    let holds = [Hold(), Hold(), Hold(), Hold()]
    let flags = Flags()
    await together(
      {
        holds[0].add()
        flags.word.add(1, ordering: .acquiringAndReleasing)
        holds[1].add()
        _ = flags.small.exchange(1, ordering: .releasing)
        holds[2].add()
        flags.pair.store(WordPair(first: 1, second: 2), ordering: .releasing)
        holds[3].add()
        _ = flags.first.storeIfNil(holds[3])
      },
      {
        while flags.word.load(ordering: .acquiring) == 0 { await Task.yield() }
        holds[0].add()
        while !flags.small.compareExchange(
          expected: 1, desired: 2, ordering: .acquiring
        ).exchanged { await Task.yield() }
        holds[1].add()
        while flags.pair.load(ordering: .acquiring).first == 0 { await Task.yield() }
        holds[2].add()
        while flags.first.load() == nil { await Task.yield() }
        flags.first.load()?.add()
      })
  }

  public static func fences() async {
    final class Flag: Sendable { let isSet = Atomic(false) }
    let hold = Hold()
    let flag = Flag()
    await together(
      {
        hold.add()
        atomicMemoryFence(ordering: .releasing)
        flag.isSet.store(true, ordering: .relaxed)
      },
      {
        while !flag.isSet.load(ordering: .relaxed) { await Task.yield() }
        atomicMemoryFence(ordering: .acquiring)
        hold.add()
      })
  }

  /// A reference that is handed on by an atomic, with what it refers to.
  public static func referenceInAnAtomic() async {
    final class Slot: @unchecked Sendable { let hold = Atomic<UnsafeMutablePointer<Int>?>(nil) }
    let slot = Slot()
    await together(
      {
        let crates = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        crates.initialize(to: 1)
        crates.pointee += 1
        slot.hold.store(crates, ordering: .releasing)
      },
      {
        while true {
          if let crates = slot.hold.load(ordering: .acquiring) {
            crates.pointee += 1
            crates.deallocate()
            return
          }
          await Task.yield()
        }
      })
  }
}
