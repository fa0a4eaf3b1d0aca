@testable import Channels

/// What the rules of a channel say in the slowest and plainest way, to compare with.
///
/// Everybody who waits stands in one list. A waiter that belongs to a select which another case has
/// won stays in the list as a ghost, and everybody looks through it.
struct NaiveChannel {
  struct Waiting: Equatable {
    let number: Int
    let isSender: Bool
    var isSelect = false
    var isGhost = false
  }

  /// What has become of a waiter.
  enum End: Equatable { case waits, done(Int), closed, cancelled }

  let capacity: Int
  var buffer: [Int] = []
  var line: [Waiting] = []
  var isClosed = false
  /// By number: the waiter's own number is the element that it sends.
  var ends: [End] = []

  var firstReceiver: Int? { line.firstIndex { !$0.isSender && !$0.isGhost } }
  var firstSender: Int? { line.firstIndex { $0.isSender && !$0.isGhost } }
  var isReadyToSend: Bool { isClosed || firstReceiver != nil || buffer.count < capacity }
  var isReadyToReceive: Bool { isClosed || firstSender != nil || !buffer.isEmpty }

  /// What happens to an element that is offered; `nil` when it would have to wait.
  mutating func offer(_ element: Int) -> End? {
    if isClosed { return .closed }
    if let receiver = firstReceiver {
      ends[line.remove(at: receiver).number] = .done(element)
      return .done(element)
    }
    if buffer.count == capacity { return nil }
    buffer.append(element)
    return .done(element)
  }

  /// What there is to receive; `nil` when one would have to wait.
  mutating func take() -> End? {
    if let sender = firstSender {
      // The buffer is full, or there is none: the sender's element goes behind all others.
      let number = line.remove(at: sender).number
      ends[number] = .done(number)
      buffer.append(number)
    }
    if !buffer.isEmpty { return .done(buffer.removeFirst()) }
    return isClosed ? .closed : nil
  }

  mutating func close() -> Bool {
    if isClosed { return false }
    isClosed = true
    for waiting in line where !waiting.isGhost { ends[waiting.number] = .closed }
    line.removeAll()
    return true
  }
}
