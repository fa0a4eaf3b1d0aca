import Channels
import Measure

/// What a channel and a task that waits at it take, in bytes.
enum Memory {
  static func sample() async -> [(name: String, bytes: Double)] {
    [
      ("idle-channel", idle { Channel<Int>() }),
      ("idle-channel-8", idle { Channel<Int>(capacity: 8) }),
      ("waiting-receiver", await receivers { channel in _ = await channel.receive() }),
      ("bare-waiting-task", await bareTasks()),
    ]
  }

  private static func idle(_ make: () -> Channel<Int>) -> Double {
    let count = 10_000
    var channels: [Channel<Int>] = []
    channels.reserveCapacity(count)
    measure_start()
    for _ in 0..<count { channels.append(make()) }
    measure_stop()
    return Double(measure_live_bytes()) / Double(channels.count)
  }

  /// Task and all: what one more task that waits to receive takes.
  private static func receivers(
    _ wait: @escaping @Sendable (Channel<Int>) async -> Void
  ) async -> Double {
    let count = 10_000
    let channel = Channel<Int>()
    let ready = Channel<Void>(capacity: count)
    return await waiting(count, ready) {
      await wait(channel)
    } release: {
      channel.close()
    }
  }

  /// The same for tasks that wait for a continuation: the runtime's own part.
  private static func bareTasks() async -> Double {
    let count = 10_000
    let gate = Gate()
    let ready = Channel<Void>(capacity: count)
    return await waiting(count, ready) {
      await gate.wait()
    } release: {
      gate.open()
    }
  }

  private static func waiting(
    _ count: Int, _ ready: Channel<Void>, wait: @escaping @Sendable () async -> Void,
    release: () -> Void
  ) async -> Double {
    var tasks: [Task<Void, Never>] = []
    tasks.reserveCapacity(count)
    measure_start()
    for _ in 0..<count {
      tasks.append(
        Task {
          _ = ready.trySend(())
          await wait()
        })
    }
    while ready.count < count { await Task.yield() }
    // The last one may be on its way from `trySend` to its wait.
    for _ in 0..<1000 { await Task.yield() }
    measure_stop()
    let bytes = Double(measure_live_bytes()) / Double(count)
    release()
    for task in tasks { await task.value }
    return bytes
  }
}
