public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
///
/// This task owns the count; a task that wants a number receives it. Once cancelled, it offers no
/// new number, even if a task waits for one. A number that it is about to offer at that moment may
/// still be received. Then it closes the channel and returns.
///
///     let tickets = Channel<Int>()
///     let counting = Task { await count(into: tickets.sendOnly) }
///     let first = await tickets.receive()    // 0
///     let second = await tickets.receive()   // 1
///     counting.cancel()                      // a receive now returns nil
///
/// - Parameter numbers: Where to send; this function closes it.
public func count(into numbers: SendChannel<Int>) async {
  // TODO(2.4): Who keeps the count, how does it get out, and what ends the loop?
}
