// wrong: two tasks, each with a count of its own
// rejected by: no number is given twice as wrong
public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
public func count(into numbers: SendChannel<Int>) async {
  await withTaskGroup { group in
    for _ in 1...2 {
      group.addTask {
        var count = 0
        while !Task.isCancelled, await numbers.send(count) { count += 1 }
      }
    }
  }
  numbers.close()
}
