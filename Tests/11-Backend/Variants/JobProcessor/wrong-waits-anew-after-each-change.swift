// wrong: the five seconds begin again when someone else gets the room
// rejected by: a full queue lets submit wait, five seconds at most as wrong
import Channels

public final class JobProcessor: Sendable {
  private let desk: Desk
  private let process: @Sendable (Int) async -> Void

  public init(
    workers: Int, capacity: Int, process: @escaping @Sendable (_ job: Int) async -> Void
  ) {
    desk = Desk(workers: workers, capacity: capacity)
    self.process = process
  }

  public func start() async {
    guard await desk.start() else { return }
    for _ in 0..<desk.workers {
      Task { [desk, process] in
        while let job = await desk.take() {
          await process(job)
          await desk.finish()
        }
        await desk.leave()
      }
    }
  }

  @discardableResult
  public func submit(_ job: Int) async -> Bool {
    while true {
      switch await desk.offer(job) {
      case .accepted: return true
      case .refused: return false
      case .full(let change):
        let looksAgain = await select {
          Receive(from: change) { _ in true }
          After(.seconds(5)) { false }
          Cancelled { false }
        }
        if !looksAgain { return false }
      }
    }
  }

  public func stop() async {
    await desk.stop()
  }
}

private enum Offer {
  case accepted, refused
  case full(Channel<Void>)
}

private actor Desk {
  private enum Phase { case new, running, stopped }

  nonisolated let workers: Int
  private let capacity: Int
  private var phase = Phase.new
  private var queue: [Int] = []
  private var busy = 0
  private var present = 0
  private var change = Channel<Void>()
  private var stops: [CheckedContinuation<Void, Never>] = []

  init(workers: Int, capacity: Int) {
    self.workers = workers
    self.capacity = capacity
  }

  func start() -> Bool {
    guard phase == .new else { return false }
    phase = .running
    present = workers
    return true
  }

  func offer(_ job: Int) -> Offer {
    guard phase == .running else { return .refused }
    guard queue.count + busy < workers + capacity else { return .full(change) }
    queue.append(job)
    announce()
    return .accepted
  }

  func take() async -> Int? {
    while queue.isEmpty {
      if phase == .stopped { return nil }
      await change.receive()
    }
    busy += 1
    return queue.removeFirst()
  }

  func finish() {
    busy -= 1
    announce()
  }

  func leave() {
    present -= 1
    guard present == 0 else { return }
    for stop in stops { stop.resume() }
    stops = []
  }

  func stop() async {
    if phase != .stopped {
      phase = .stopped
      announce()
    }
    if present > 0 { await withCheckedContinuation { stops.append($0) } }
  }

  private func announce() {
    let old = change
    change = Channel()
    old.close()
  }
}
