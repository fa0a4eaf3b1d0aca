import Bubble

extension KnownBug {
  static let readersAndWriters = [writerBesideReader, readerInReader]

  /// Two switches: to the writer while the first reader is in, and back to the reader before the
  /// writer, which it has woken on leaving, goes on.
  private static let writerBesideReader = KnownBug(
    "readers and writer, writer let in beside a reader", .wrong, isSmall: false
  ) {
    let (lock, berth) = (ReadersWriterLock(), Berth())
    await withTaskGroup { group in
      group.addTask { for _ in 1...2 { await lock.reading { await berth.visit() } } }
      group.addTask { await lock.writingAfterIf { await berth.visit() } }
    }
    try berth.check()
  } right: {
    let (lock, berth) = (ReadersWriterLock(), Berth())
    await withTaskGroup { group in
      group.addTask { for _ in 1...2 { await lock.reading { await berth.visit() } } }
      group.addTask { await lock.writingAfterWhile { await berth.visit() } }
    }
    try berth.check()
  }

  /// One switch: the writer comes between the reader's two locks.
  ///
  /// New readers wait for a writer that waits; the reader inside is such a new reader, and the
  /// writer never gets in.
  private static let readerInReader = KnownBug(
    "readers and writer, a reader that reads inside", .deadlocked
  ) {
    let lock = ReadersWriterLock(prefersWriters: true)
    await withTaskGroup { group in
      group.addTask {
        await lock.reading {
          // Without a step here the compiler leaves the task on the actor between its two locks.
          await Task.yield()
          await lock.reading {}
        }
      }
      group.addTask { await lock.writingAfterWhile { await Task.yield() } }
    }
  } right: {
    let lock = ReadersWriterLock(prefersWriters: true)
    await withTaskGroup { group in
      group.addTask { await lock.reading { await Task.yield() } }
      group.addTask { await lock.writingAfterWhile { await Task.yield() } }
    }
  }
}

private actor ReadersWriterLock {
  private var readers = 0
  private var isWriting = false
  private var waitingWriters = 0
  private var waiters: [CheckedContinuation<Void, Never>] = []
  private let prefersWriters: Bool

  init(prefersWriters: Bool = false) { self.prefersWriters = prefersWriters }

  nonisolated func reading(_ body: () async -> Void) async {
    await beginReading()
    await body()
    await endReading()
  }

  /// Wrong: a reader may have come in since the wake-up.
  nonisolated func writingAfterIf(_ body: () async -> Void) async {
    await beginWritingAfterIf()
    await body()
    await endWriting()
  }

  nonisolated func writingAfterWhile(_ body: () async -> Void) async {
    await beginWritingAfterWhile()
    await body()
    await endWriting()
  }

  private func beginReading() async {
    while isWriting || prefersWriters && waitingWriters > 0 { await wait() }
    readers += 1
  }

  private func endReading() {
    readers -= 1
    if readers == 0 { wakeAll() }
  }

  private func beginWritingAfterIf() async {
    if isWriting || readers > 0 { await wait() }
    isWriting = true
  }

  private func beginWritingAfterWhile() async {
    waitingWriters += 1
    while isWriting || readers > 0 { await wait() }
    waitingWriters -= 1
    isWriting = true
  }

  private func endWriting() {
    isWriting = false
    wakeAll()
  }

  private func wait() async { await withCheckedContinuation { waiters.append($0) } }

  private func wakeAll() {
    for waiter in waiters { waiter.resume() }
    waiters = []
  }
}
