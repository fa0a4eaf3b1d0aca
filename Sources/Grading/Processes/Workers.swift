import Foundation
import Synchronization

/// Does blocking work on a few threads, and keeps the order of the results.
package struct Workers {
  var count: Int

  package init(count: Int) { self.count = count }

  /// Applies `work` to each element, several at a time.
  package func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @escaping (Element) -> Result
  ) -> [Result] {
    // Each thread only calls `work`; the caller ensures that its captures are safe to share.
    nonisolated(unsafe) let work = work
    let state = Mutex((next: 0, results: [Result?](repeating: nil, count: elements.count)))
    let group = DispatchGroup()
    for _ in 0..<max(1, min(count, elements.count)) {
      group.enter()
      Thread.detachNewThread {
        while let index = state.withLock({ state -> Int? in
          guard state.next < elements.count else { return nil }
          defer { state.next += 1 }
          return state.next
        }) {
          let result = work(elements[index])
          state.withLock { $0.results[index] = result }
        }
        group.leave()
      }
    }
    group.wait()
    return state.withLock { $0.results.compactMap(\.self) }
  }
}
