/// What `tryReceive` found.
public enum Received<Element: Sendable>: Sendable {
  /// The oldest element.
  case element(Element)
  /// The channel is closed and drained: there will never be another element.
  case closed
  /// There is no element now.
  case nothing
}

extension Received: Equatable where Element: Equatable {}
