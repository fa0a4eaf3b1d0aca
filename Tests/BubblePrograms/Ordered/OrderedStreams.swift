/// Tasks that hand over by an `AsyncStream`.
extension OrderedAccesses {
  public static func stream() async {
    let hold = Hold()
    let (stream, continuation) = AsyncStream<Int>.makeStream()
    await together(
      {
        hold.add()
        continuation.yield(1)
        continuation.finish()
      },
      { for await _ in stream { hold.add() } })
  }

  /// Elements that stand in the buffer of the stream are taken without a wait.
  public static func bufferOfAStream() async {
    let hold = Hold()
    let stream = AsyncStream<Int> { continuation in
      Task {
        hold.add()
        continuation.yield(1)
        continuation.yield(2)
        continuation.finish()
      }
    }
    for _ in 0..<3 { await Task.yield() }
    for await element in stream where element == 1 { hold.add() }
    hold.add()
  }

  public static func throwingStream() async {
    let hold = Hold()
    let (stream, continuation) = AsyncThrowingStream<Int, any Error>.makeStream()
    await together(
      {
        hold.add()
        continuation.yield(1)
        await Task.yield()
        continuation.finish(throwing: CancellationError())
      },
      {
        var iterator = stream.makeAsyncIterator()
        _ = try? await iterator.next()
        hold.add()
        _ = try? await iterator.next()
        hold.add()
      })
  }

  /// What the closure of the stream has done comes before its element.
  public static func unfoldingStream() async {
    let hold = Hold()
    let stream = AsyncStream<Int> {
      await Task { hold.add() }.value
      return hold.count < 4 ? hold.count : nil
    }
    for await _ in stream { hold.add() }
  }
}
