import Bubble
import Channels
import Chapter10Limits

/// A ship with a task of its own: it moors and notes that, or notes that it was cancelled.
@discardableResult
func ship(
  _ name: String, taking places: Int, at quay: Quay, _ log: Log<String>
) -> Task<Bool, Never> {
  Task {
    do {
      try await quay.moor(taking: places)
      log.note("\(name) moors")
      return true
    } catch {
      log.note(error is CancellationError ? "\(name) gives up" : "\(name) fails: \(error)")
      return false
    }
  }
}

/// Counts the free places by mooring one more small ship than there are places; all leave again.
func freePlaces(at quay: Quay, of places: Int) async throws -> Int {
  let moored = Log<Void>()
  let departure = Channel<Void>()
  for _ in 0...places {
    Task {
      try await quay.moor()
      moored.note(())
      _ = await departure.receive()
      await quay.leave()
    }
  }
  await Bubble.settle()
  let count = moored.entries.count
  if count > 0 {
    departure.close()
    await Bubble.settle()
  }
  return count
}
