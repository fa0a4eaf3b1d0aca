// right: raw tasks, cancelled and waited for on every way out

public import Channels

/// Lets `reader` read the squares of `numbers`.
public func withSquares<Result: Sendable>(
  of numbers: some Sequence<Int> & Sendable,
  _ reader: (ReceiveChannel<Int>) async throws -> Result
) async throws -> Result {
  let inputs = Channel<Int>()
  let squares = Channel<Int>()
  let stages = [
    Task {
      for number in numbers {
        guard await inputs.send(number) else { return }
      }
      inputs.close()
    },
    Task {
      for await number in inputs {
        guard await squares.send(number * number) else { return }
      }
      squares.close()
    },
  ]
  do {
    let result = try await reader(squares.receiveOnly)
    await stop(stages)
    return result
  } catch {
    await stop(stages)
    throw error
  }
}

private func stop(_ stages: [Task<Void, Never>]) async {
  for stage in stages { stage.cancel() }
  for stage in stages { await stage.value }
}
