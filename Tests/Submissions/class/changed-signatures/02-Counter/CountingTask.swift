public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
///
/// This task owns the count; whoever wants a number receives it. Once cancelled it offers nothing
/// new, even if somebody waits for it, closes the channel and returns.
///
///     let tickets = Channel<Int>()
///     let counting = Task { await count(into: tickets.sendOnly) }
///     let first = await tickets.receive()    // 0
///     let second = await tickets.receive()   // 1
///     counting.cancel()                      // whoever receives now gets nil
///
/// - Parameter numbers: Where to send; this function closes it.
public func count(through numbers: SendChannel<Int>) async {
  // A local variable: no other task can reach it, so it needs no lock.
  var count = 0

  // `send` waits until somebody wants this number, and says `false` when it is cancelled meanwhile.
  // To look first matters when somebody always waits: such a send succeeds in a cancelled task too.
  while !Task.isCancelled, await numbers.send(count) {
    count += 1
  }

  // Only the side that sends may close. Whoever waits for a number gets `nil` now.
  numbers.close()
}
