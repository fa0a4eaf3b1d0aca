// wrong: goes by the addresses of the silos, and everyone else by their numbers
// rejected by: who holds both locks sees all the grain as deadlocked
public import Synchronization

public final class Silo: Sendable {
  public let number: Int

  public let tons: Mutex<Int>

  public init(number: Int, tons: Int) {
    self.number = number
    self.tons = Mutex(tons)
  }
}

@discardableResult
public func move(_ amount: Int, from source: Silo, to target: Silo) -> Bool {
  if source === target { return source.tons.withLock { $0 >= amount } }
  let sourceFirst = ObjectIdentifier(source) < ObjectIdentifier(target)
  let (first, second) = sourceFirst ? (source, target) : (target, source)
  return first.tons.withLock { a in
    second.tons.withLock { b in
      guard (sourceFirst ? a : b) >= amount else { return false }
      a += sourceFirst ? -amount : amount
      b += sourceFirst ? amount : -amount
      return true
    }
  }
}
