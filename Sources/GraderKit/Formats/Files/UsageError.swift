/// A request that cannot be carried out as it was put: one line that says what and how to fix it.
struct UsageError: Error, Equatable, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}
