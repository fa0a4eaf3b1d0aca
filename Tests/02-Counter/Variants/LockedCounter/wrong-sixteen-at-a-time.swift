// wrong: lets 16 tasks find out their amounts at the same time
// rejected by: counting goes on while an amount is awaited as wrong
import Channels
import Synchronization

public final class LockedCounter: Sendable {
  private let places = Channel<Void>(capacity: 16)
  private let count = Mutex(0)

  public init() {}

  public var value: Int { count.withLock { $0 } }

  public func increment() {
    count.withLock { $0 += 1 }
  }

  public func add(_ amount: () async -> Int) async {
    let has = await places.send(())
    let amount = await amount()
    if has { _ = places.tryReceive() }

    count.withLock { $0 += amount }
  }
}
