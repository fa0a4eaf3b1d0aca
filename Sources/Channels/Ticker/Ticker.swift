/// Delivers the time at equal intervals until it is stopped.
///
///     let tide = Ticker(every: .seconds(1))
///     for await time in tide.ticks {
///       if await isHarborClosed(at: time) { break }
///     }
///     tide.stop()
///
/// At most one tick waits for its receiver; further ticks are dropped, so that a slow receiver does
/// not find many old ones. `stop` does not close `ticks`: a loop over them ends by `break` or by
/// cancellation. A ticker stops when its last reference is released.
///
/// Like `time.NewTicker` in Go.
public final class Ticker: Sendable {
  /// Where the ticks arrive; each is the time at which it was sent.
  public let ticks: ReceiveChannel<ContinuousClock.Instant>
  private let timer: TickerTimer

  /// Makes a ticker whose first tick comes after one interval.
  ///
  /// - Parameters:
  ///   - interval: The time from one tick to the next.
  ///   - fileID: The file to name in reports as the place where the ticker was made.
  ///   - line: The line in that file.
  /// - Precondition: `interval` is positive.
  public init(every interval: Duration, fileID: StaticString = #fileID, line: UInt = #line) {
    precondition(interval > .zero, "ticker interval is not positive: \(interval)")
    let channel = Channel<ContinuousClock.Instant>(capacity: 1, fileID: fileID, line: line)
    ticks = channel.receiveOnly
    timer = TickerTimer(every: interval, into: channel.storage)
    timer.start()
  }

  deinit { timer.stop() }

  /// Ends the ticks; a tick that has been sent can still be received.
  ///
  /// Stopping a ticker again does nothing.
  public func stop() { timer.stop() }
}
