/// Says "hello" and "world" at the same time, three times each.
public func sayHelloAndWorld(to listen: @escaping @Sendable (String) async -> Void) async {
  await say("world", to: listen)
  await say("hello", to: listen)
}

/// Says a word three times, with a tenth of a second before each.
func say(_ word: String, to listen: @Sendable (String) async -> Void) async {
  for _ in 1...3 {
    try? await Task.sleep(for: .milliseconds(100))
    await listen(word)
  }
}
