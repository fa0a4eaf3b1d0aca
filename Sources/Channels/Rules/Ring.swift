/// A queue of a fixed capacity, so that a buffered channel allocates once, when it is made.
@usableFromInline struct Ring<Element>: ~Copyable {
  @usableFromInline let slots: UnsafeMutablePointer<Element>?
  @usableFromInline let capacity: Int
  @usableFromInline var head = 0
  @usableFromInline var count = 0

  /// Makes an empty queue; one of capacity 0 allocates nothing.
  @inlinable init(capacity: Int) {
    precondition(capacity >= 0, "channel capacity is negative: \(capacity)")
    self.capacity = capacity
    slots = capacity == 0 ? nil : .allocate(capacity: capacity)
  }

  @inlinable deinit {
    guard let slots else { return }
    let tail = Swift.min(count, capacity - head)
    (slots + head).deinitialize(count: tail)
    slots.deinitialize(count: count - tail)
    slots.deallocate()
  }

  /// Whether there is a free place.
  @inlinable var hasRoom: Bool { count < capacity }

  /// Adds `element` at the end and returns whether there was room for it.
  @inlinable mutating func append(_ element: consuming Element) -> Bool {
    guard count < capacity, let slots else { return false }
    // Comparing is cheaper than a division on the path that every buffered send takes.
    var index = head &+ count
    if index >= capacity { index &-= capacity }
    (slots + index).initialize(to: element)
    count &+= 1
    return true
  }

  /// Removes and returns the oldest element, or `nil` when there is none.
  @inlinable mutating func popFirst() -> Element? {
    guard count > 0, let slots else { return nil }
    let element = (slots + head).move()
    head &+= 1
    if head == capacity { head = 0 }
    count &-= 1
    return element
  }
}

// `@unchecked`: it owns its slots as an array does, but the compiler cannot see that through a pointer.
extension Ring: @unchecked Sendable where Element: Sendable {}
