// wrong: the count is shared, and two tasks read it before either has counted on
// rejected by: no number is given twice as wrong
public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
public func count(into numbers: SendChannel<Int>) async {
  let register = Register()
  await withTaskGroup { group in
    for _ in 1...2 {
      group.addTask {
        while !Task.isCancelled {
          let number = await register.count
          guard await numbers.send(number) else { return }
          await register.set(number + 1)
        }
      }
    }
  }
  numbers.close()
}

private actor Register {
  private(set) var count = 0

  func set(_ count: Int) {
    self.count = count
  }
}
