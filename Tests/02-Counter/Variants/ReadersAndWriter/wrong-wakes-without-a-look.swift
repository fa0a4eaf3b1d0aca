// wrong: sees an empty room and wakes the next in a second section, when the room may be full again
// rejected by: a writer is alone as wrong
import Synchronization

public final class ReadersAndWriter: Sendable {
  struct State {
    var readers = 0
    var isWriting = false
    var queue: [(isWriter: Bool, task: CheckedContinuation<Void, Never>)] = []
  }
  private let state = Mutex(State())
  public init() {}

  public func read<Result>(_ body: () async -> Result) async -> Result {
    await enter(isWriter: false)
    let result = await body()
    let isLast = state.withLock {
      $0.readers -= 1
      return $0.readers == 0
    }
    if isLast { wake() }
    return result
  }
  public func write<Result>(_ body: () async -> Result) async -> Result {
    await enter(isWriter: true)
    let result = await body()
    state.withLock { $0.isWriting = false }
    wake()
    return result
  }
  private func enter(isWriter: Bool) async {
    await withCheckedContinuation { task in
      let goesIn = state.withLock { state in
        if state.queue.isEmpty, !state.isWriting, !isWriter || state.readers == 0 {
          if isWriter { state.isWriting = true } else { state.readers += 1 }
          return true
        }
        state.queue.append((isWriter, task))
        return false
      }
      if goesIn { task.resume() }
    }
  }
  private func wake() {
    let woken = state.withLock { state in
      var woken: [CheckedContinuation<Void, Never>] = []
      if state.queue.first?.isWriter == true {
        state.isWriting = true
        return [state.queue.removeFirst().task]
      }
      while state.queue.first?.isWriter == false {
        state.readers += 1
        woken.append(state.queue.removeFirst().task)
      }
      return woken
    }
    for task in woken { task.resume() }
  }
}
