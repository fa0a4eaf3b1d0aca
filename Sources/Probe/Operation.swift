/// A place in a source file, as `#fileID` and `#line` give it.
public struct Place: Sendable {
  /// The module and file, as in `Chapter03Channels/Ping.swift`.
  public let fileID: StaticString
  /// The line, from 1; 0 where the language does not tell, and then `fileID` names the
  /// construct instead, as in `for await`.
  public let line: UInt

  /// Makes a place from what `#fileID` and `#line` say.
  @inlinable public init(_ fileID: StaticString, _ line: UInt) {
    self.fileID = fileID
    self.line = line
  }
}

/// A thing that tasks meet at, as a report names it.
public struct Resource: Sendable {
  /// What it is: "channel", "wait group".
  public let kind: StaticString
  /// Tells it from others that are alive.
  public let id: ObjectIdentifier
  /// Where it was made and under which observer; `nil` when it was made outside of any.
  public let origin: Origin?

  /// Names a thing.
  public init(_ kind: StaticString, _ id: ObjectIdentifier, _ origin: Origin?) {
    self.kind = kind
    self.id = id
    self.origin = origin
  }
}

/// Where a thing was made, kept only for things that are made under an observer.
public final class Origin: Sendable {
  /// The place that made it.
  public let place: Place
  /// The observer under which it was made.
  public let observer: UInt64

  /// Notes where a thing was made.
  public init(_ place: Place, observer: UInt64) {
    self.place = place
    self.observer = observer
  }
}

/// One operation of the library, as reports and traces name it.
public struct Operation: Sendable {
  /// What a task does.
  public enum Verb: String, Sendable {
    case send, receive, close, select, add, done, wait
  }

  /// What is done.
  public let verb: Verb
  /// To what; a `select` has one for each case that is not `nil`.
  public let resources: [Resource]
  /// Where the caller stands.
  public let place: Place

  /// Describes an operation.
  public init(_ verb: Verb, _ resources: [Resource], at place: Place) {
    self.verb = verb
    self.resources = resources
    self.place = place
  }
}
