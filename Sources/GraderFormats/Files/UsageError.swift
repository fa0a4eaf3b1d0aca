/// A request that cannot be carried out: one line that says why, and how to fix it.
package struct UsageError: Error, Equatable, CustomStringConvertible {
  package var description: String

  package init(_ description: String) {
    self.description = description
  }
}
