// wrong: each round waits for both words, so that a slow listener of one holds up the other
// rejected by: it waits for a slow world as wrong
/// A variant of 1.1.
public func sayHelloAndWorld(to listen: @escaping @Sendable (String) async -> Void) async {
  for _ in 1...3 {
    await withTaskGroup { group in
      for word in ["hello", "world"] {
        group.addTask {
          try? await Task.sleep(for: .milliseconds(100))
          await listen(word)
        }
      }
    }
  }
}

/// Says a word three times, with a tenth of a second before each.
func say(_ word: String, to listen: @Sendable (String) async -> Void) async {
  for _ in 1...3 {
    try? await Task.sleep(for: .milliseconds(100))
    await listen(word)
  }
}
