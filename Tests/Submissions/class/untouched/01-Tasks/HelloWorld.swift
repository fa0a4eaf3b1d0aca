/// Says "hello" and "world" at the same time, three times each, and returns when both are done.
///
/// Neither word waits for the other, so that all six together take no longer than three. Nothing is
/// left running: who listens hears no word after this has returned.
///
///     await sayHelloAndWorld { word in print(word) }   // "world", "hello", "hello", "world", …
///
/// - Parameter listen: Hears one word, as `say` tells it.
public func sayHelloAndWorld(to listen: @escaping @Sendable (String) async -> Void) async {
  // TODO(1.1): How can "world" begin while "hello" is still being said?
}

/// Says a word three times, with a tenth of a second before each.
func say(_ word: String, to listen: @Sendable (String) async -> Void) async {
  for _ in 1...3 {
    try? await Task.sleep(for: .milliseconds(100))
    await listen(word)
  }
}
