/// Delivers the time at equal intervals until it is stopped.
///
///     let tide = Ticker(every: .seconds(1))
///     for await time in tide.ticks {
///       if await isHarborClosed(at: time) { break }
///     }
///     tide.stop()
///
/// One tick waits for its receiver; further ones are dropped, so that a slow receiver does not
/// find a heap of old ticks. `stop` does not close `ticks`: a loop over them ends by `break` or by
/// cancellation. A ticker that nobody holds any more stops by itself.
///
/// Like `time.NewTicker` of Go.
public final class Ticker: Sendable {
  /// Where the ticks arrive, each with the time at which it was due to be received first.
  public let ticks: ReceiveChannel<ContinuousClock.Instant>
  private let pulse: Pulse

  /// Makes a ticker whose first tick comes after one interval.
  ///
  /// - Parameters:
  ///   - interval: The time from one tick to the next.
  ///   - fileID: The file that reports name as the place where the ticker was made.
  ///   - line: The line in that file.
  /// - Precondition: `interval` is positive.
  public init(every interval: Duration, fileID: StaticString = #fileID, line: UInt = #line) {
    precondition(interval > .zero, "ticker interval is not positive: \(interval)")
    let channel = Channel<ContinuousClock.Instant>(capacity: 1, fileID: fileID, line: line)
    ticks = channel.receiveOnly
    pulse = Pulse(every: interval, into: channel.storage)
    pulse.start()
  }

  deinit { pulse.stop() }

  /// Ends the ticks; a tick that was delivered before can still be received.
  ///
  /// Stopping a ticker again does nothing.
  public func stop() { pulse.stop() }
}
