/// Says "hello" and "world" at the same time, three times each, and returns when both are done.
///
/// Neither word waits for the other, so all six words take no longer than three. Nothing is left
/// running: the listener hears no word after this function has returned.
///
///     await sayHelloAndWorld { word in print(word) }   // "world", "hello", "hello", "world", …
///
/// - Parameter listen: Hears each word that `say` says.
public func sayHelloAndWorld(to listen: @escaping @Sendable (String) async -> Void) async {
  // TODO(1.1): How can "world" begin while "hello" is still being said?
}

/// Says a word three times, and waits a tenth of a second before each time.
func say(_ word: String, to listen: @Sendable (String) async -> Void) async {
  for _ in 1...3 {
    try? await Task.sleep(for: .milliseconds(100))
    await listen(word)
  }
}
