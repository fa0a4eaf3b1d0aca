/// What `tryReceive` found.
public enum Received<Element: Sendable>: Sendable {
  /// The element that waited the longest.
  case element(Element)
  /// The channel is closed and drained: there will never be another element.
  case closed
  /// Nothing is there now.
  case nothing
}

extension Received: Equatable where Element: Equatable {}
