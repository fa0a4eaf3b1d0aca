import Channels
import Synchronization

/// Some senders, receivers and passers-by on a few channels, until all channels are closed.
///
/// A sender that owns a channel closes it after its last send, in the middle of the traffic; the
/// others are closed once every sender has ended. Some tasks are cancelled along the way, but for
/// one receiver, so that every channel is drained.
struct SoakRound {
  private let seed: UInt64
  private let channels: [Channel<Crate>]
  private let senders: Int
  private let receivers: Int
  /// The channels with an owner come first; sender `n` owns channel `n`.
  private let owned: Int

  init(seed: UInt64) {
    self.seed = seed
    var generator = SoakGenerator(seed: seed, task: -1)
    let count = 1 + generator.below(4)
    channels = (0..<count).map { _ in
      Channel(capacity: [0, 0, 1, 2, 7].randomElement(using: &generator) ?? 0)
    }
    owned = generator.below(count)
    senders = owned + 1 + generator.below(4)
    receivers = 1 + generator.below(5)
  }

  /// Runs the round; returns what went wrong.
  func run(into totals: inout SoakTotals) async -> String? {
    let watch = Watch(seed: seed)
    defer { watch.end() }
    let senderTasks = (0..<senders).map { number in Task { await send(as: number) } }
    let receiverTasks = (0..<receivers).map { number in
      Task { await receive(as: number, passingBy: false) }
    }
    let passers = (0..<6).map { number in
      Task { await receive(as: 100 + number, passingBy: true) }
    }
    totals.cancelled += await cancelSome(
      senderTasks.dropFirst(owned) + receiverTasks.dropFirst() + passers)

    var logs: [SoakLog] = []
    for task in senderTasks { logs.append(await task.value) }
    for channel in channels.dropFirst(owned) { channel.close() }
    for task in receiverTasks + passers { logs.append(await task.value) }

    totals.closes += channels.count
    totals.delivered += logs.reduce(0) { $0 + $1.received.count }
    totals.refused += logs.reduce(0) { $0 + $1.refused }
    for (number, channel) in channels.enumerated()
    where channel.lines != Lines() || channel.tryReceive() != .closed {
      return "channel \(number) is left with \(channel.lines) and \(channel.count) elements"
    }
    return SoakLedger(logs: logs).findMistake()
  }

  private func cancelSome(_ tasks: some Collection<Task<SoakLog, Never>>) async -> Int {
    var generator = SoakGenerator(seed: seed, task: -2)
    var count = 0
    for task in tasks where generator.below(2) == 0 {
      for _ in 0..<generator.below(20) { await Task.yield() }
      task.cancel()
      count += 1
    }
    return count
  }

  // MARK: Senders

  private func send(as sender: Int) async -> SoakLog {
    var generator = SoakGenerator(seed: seed, task: sender)
    var log = SoakLog()
    let shared = Array(owned..<channels.count)
    let mine = sender < owned ? [sender] : shared
    for number in 0..<(20 + generator.below(60)) {
      let crate = Crate(sender: sender, number: number)
      let first = mine.randomElement(using: &generator) ?? owned
      let second = mine.randomElement(using: &generator) ?? owned
      if let channel = await send(crate, first, second, way: generator.below(6)) {
        log.sent.append(.init(crate: crate, channel: channel))
      } else {
        log.refused += 1
        // A cancelled sender stops, as it would in a program.
        if Task.isCancelled { break }
      }
      if generator.below(4) == 0 { await Task.yield() }
    }
    if sender < owned { channels[sender].close() }
    return log
  }

  /// Sends in one of several ways; returns the channel that took the crate.
  private func send(_ crate: Crate, _ first: Int, _ second: Int, way: Int) async -> Int? {
    switch way {
    case 0: return channels[first].trySend(crate) ? first : nil
    case 1:
      return await select {
        Send(crate, to: channels[first]) { first }
        Send(crate, to: channels[second]) { second }
        Cancelled { nil }
      }
    case 2:
      return await select {
        Send(crate, to: channels[first]) { first }
        Default { nil }
      }
    case 3:
      return await select {
        Send(crate, to: channels[first]) { first }
        Send(crate, to: channels[second]) { second }
        After(.microseconds(20)) { nil }
        Cancelled { nil }
      }
    default: return await channels[first].send(crate) ? first : nil
    }
  }

  // MARK: Receivers

  private func receive(as receiver: Int, passingBy: Bool) async -> SoakLog {
    var generator = SoakGenerator(seed: seed, task: 1000 + receiver)
    var log = SoakLog()
    var open: [Channel<Crate>?] = channels
    var left = passingBy ? 1 + generator.below(5) : Int.max
    while left > 0, open.contains(where: { $0 != nil }), passingBy || !Task.isCancelled {
      left -= 1
      let result = await receive(from: open, &generator)
      switch result {
      case .crate(let crate, let channel):
        log.received.append(.init(crate: crate, channel: channel))
      case .closed(let channel): open[channel] = nil
      case .nothing: await Task.yield()
      case .cancelled: return log
      }
    }
    return log
  }

  private enum Result {
    case crate(Crate, Int), closed(Int), nothing, cancelled

    /// A `nil` means closed only in a task that was not cancelled while it waited.
    init(_ crate: Crate?, _ channel: Int) {
      self = crate.map { .crate($0, channel) } ?? (Task.isCancelled ? .cancelled : .closed(channel))
    }
  }

  /// Receives in one of several ways.
  private func receive(
    from open: [Channel<Crate>?], _ generator: inout SoakGenerator
  ) async -> Result {
    let some = generator.below(open.count)
    switch generator.below(6) {
    case 0:
      switch open[some]?.tryReceive() {
      case .element(let crate): return .crate(crate, some)
      case .closed: return .closed(some)
      case .nothing, nil: return .nothing
      }
    case 1:
      return await select {
        Receive(from: open[some]) { Result($0, some) }
        Default { .nothing }
      }
    case 2:
      return await select {
        Receive(from: open[some]) { Result($0, some) }
        After(.microseconds(20)) { .nothing }
      }
    case 3:
      return await select {
        for (number, channel) in open.enumerated() {
          Receive(from: channel) { $0.map { .crate($0, number) } ?? .closed(number) }
        }
        Cancelled { .cancelled }
      }
    default:
      return await select {
        for (number, channel) in open.enumerated() {
          Receive(from: channel) { Result($0, number) }
        }
      }
    }
  }
}

/// Ends the process with the seed when a round does not end: a task was left waiting.
private final class Watch: Sendable {
  private let task: Task<Void, Never>

  init(seed: UInt64) {
    // `end` cancels it.
    task = Task.detached {
      // A fuse for the failing case: a round takes some milliseconds.
      guard (try? await Task.sleep(for: .seconds(60))) != nil else { return }
      fatalError("a task is left waiting; run again with CHANNELS_SOAK_SEED=\(seed)")
    }
  }

  func end() { task.cancel() }
}
