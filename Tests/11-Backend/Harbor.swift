import Bubble
import Channels
import Chapter11Backend
import Testing

/// What a server returned, when, and how many tasks were alive then.
struct Shutdown: Equatable, Sendable {
  var late: [String]
  var time: Duration
  var left: Int
}

/// Requests that are named after the seconds they need, such as "7 tug", and what became of them.
final class Harbor: Sendable {
  let requests: Channel<String>
  let stop = Channel<Void>()
  let begun = Logbook<String>()
  let done = Logbook<String>()
  let cancelled = Logbook<String>()
  private let ended = Logbook<Shutdown>()

  init(room: Int = 0) { requests = Channel(capacity: room) }

  /// Starts a server; `cleanUp` is how many seconds a cancelled handler needs to stop.
  func serve(cleanUp: Int = 0) -> Task<Shutdown, Never> {
    Task {
      let late = await Chapter11Backend.serve(requests.receiveOnly, until: stop.receiveOnly) {
        [begun, done, cancelled] request in
        begun.note(request)
        do {
          let seconds = Int(request.prefix { $0.isNumber }) ?? 0
          try await Task.sleep(for: .seconds(seconds))
          done.note(request)
        } catch {
          cancelled.note(request)
          if cleanUp > 0 { await stubbornly(for: .seconds(cleanUp)) }
        }
      }
      // The task that serves is alive itself.
      let left = Bubble.liveTasks - 1
      let shutdown = Shutdown(late: late.sorted(), time: Bubble.elapsed, left: left)
      ended.note(shutdown)
      return shutdown
    }
  }

  /// Tells the server to stop, and looks some seconds later whether it has returned.
  func stopServer(lookingAfter seconds: Int) async throws -> Shutdown {
    stop.close()
    if seconds > 0 { try await Task.sleep(for: .seconds(seconds)) }
    await Bubble.settle()
    return try #require(
      ended.entries.first,
      """
      the server was told to stop \(seconds) s ago, and no request is under way: expected it to \
      have returned. Does a server that waits for a request notice the stop?
      """)
  }
}
