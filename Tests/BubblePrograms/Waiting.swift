public import Channels
import Synchronization

// Programs that wait, for tests of what a report says about code that is tested.

/// Receives until the channel is closed, and does not hear `stop`.
public func serve(_ requests: Channel<Int>, until stop: Channel<Void>) async {
  while let request = await requests.receive() {
    if request < 0 { await stop.receive() }
  }
}

/// Takes a permit and never gives it back.
public func useBerth(_ berths: Channel<Void>) async {
  await berths.send(())
}

/// Returns at once, and leaves no one to receive.
public func startNothing(_ crates: Channel<Int>) async {
  _ = crates.count
}

/// Waits for work that is not its child, so that a cancellation stops here.
public func workElsewhere(_ work: @escaping @Sendable () async -> Void) async {
  let worker = Task { await work() }
  await worker.value
  await Task.yield()
}

/// Waits for work in its last line, which leaves no line to go on at.
public func workLast(_ work: @Sendable () async -> Void) async {
  await work()
}

/// Goes on sending whatever `send` says.
public func keepSending(_ crates: Channel<Int>) async {
  while true { await crates.send(1) }
}

/// Starts workers that wait for more, and does not tell them that there is none.
public func work(_ jobs: Channel<Int>, workers: Int) async {
  let group = WaitGroup()
  for _ in 0..<workers {
    group.add()
    Task {
      defer { group.done() }
      for await _ in jobs {}
    }
  }
  await group.wait()
  await Task.yield()
}

/// Waits for a task in its last line.
public func waitLast(for task: Task<Int?, Never>) async {
  _ = await task.value
}

/// Reads a stream to its end.
public func readAll(_ stream: AsyncStream<Int>) async {
  for await _ in stream {}
}

/// What ends a loop that does not wait.
public final class Beacon: Sendable {
  private static let kept = Mutex<Beacon?>(nil)
  private let isSet = Atomic(false)

  /// The one that was made last.
  public static var last: Beacon? { kept.withLock { $0 } }

  public init() { Self.kept.withLock { $0 = self } }
  public func set() { isSet.store(true, ordering: .relaxed) }
  public var value: Bool { isSet.load(ordering: .relaxed) }
}

/// Looks at a flag until it is set, and never lets go of its thread.
public func spin(until flag: Beacon) async {
  var looks = 0
  while looks >= 0 {
    looks &+= 1
    if looks > 1_000_000, looks.isMultiple(of: 1_000), flag.value { return }
    looks &= 0xFF_FFFF
  }
}

/// Receives what its own task sends, and does not wait until that has ended.
public func sendWithoutWaiting(_ crates: Channel<Int>) async -> Int? {
  Task { await crates.send(1) }
  return await crates.receive()
}
