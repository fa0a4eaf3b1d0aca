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
  // A local variable: no other task can reach it, so it needs no lock.
  var count = 0

  // `send` waits until a task receives this number, and returns `false` if it is cancelled while it
  // waits. The check before it matters when a receiver is always waiting: such a send succeeds in a
  // cancelled task, too.
  while !Task.isCancelled, await numbers.send(count) {
    count += 1
  }

  // Only the side that sends may close. A task that waits for a number gets `nil` now.
  numbers.close()
}
