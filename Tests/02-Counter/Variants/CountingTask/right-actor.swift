// right: an actor owns the count, this task asks it and sends
public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
public func count(into numbers: SendChannel<Int>) async {
  let register = Register()
  while !Task.isCancelled {
    let number = await register.next()
    guard await numbers.send(number) else { break }
  }
  numbers.close()
}

private actor Register {
  private var count = 0

  func next() -> Int {
    defer { count += 1 }
    return count
  }
}
