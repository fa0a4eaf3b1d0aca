// right: in a task

/// Lifts a crate and says how it went.
public func lift() async -> String {
  await Task { "lifted" }.value
}
