/// The queue that one writes first: an actor, an array and continuations.
actor ActorQueue<Element: Sendable> {
  private let capacity: Int
  private var buffer: [Element] = []
  private var head = 0
  private var receivers: [CheckedContinuation<Element, Never>] = []
  private var senders: [(Element, CheckedContinuation<Void, Never>)] = []

  init(capacity: Int) { self.capacity = capacity }

  func send(_ element: Element) async {
    if !receivers.isEmpty { return receivers.removeFirst().resume(returning: element) }
    if buffer.count - head < capacity { return buffer.append(element) }
    await withCheckedContinuation { senders.append((element, $0)) }
  }

  func receive() async -> Element {
    if head < buffer.count {
      let element = buffer[head]
      head += 1
      if head == buffer.count {
        buffer.removeAll(keepingCapacity: true)
        head = 0
      }
      admit()
      return element
    }
    if !senders.isEmpty {
      let (element, sender) = senders.removeFirst()
      sender.resume()
      return element
    }
    return await withCheckedContinuation { receivers.append($0) }
  }

  private func admit() {
    guard !senders.isEmpty, buffer.count - head < capacity else { return }
    let (element, sender) = senders.removeFirst()
    buffer.append(element)
    sender.resume()
  }
}
