/// A request that cannot be carried out as it was put: one line that says what and how to fix it.
package struct UsageError: Error, Equatable, CustomStringConvertible {
  package var description: String

  package init(_ description: String) {
    self.description = description
  }
}
