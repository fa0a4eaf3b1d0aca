/// A place in a source file, as `#fileID` and `#line` give it.
public struct CallSite: Sendable {
  /// The module and file, as in `Chapter03Channels/Ping.swift`.
  public let fileID: StaticString
  /// The line, from 1, or 0 if the language does not provide it.
  ///
  /// If it is 0, `fileID` names the construct instead, such as `for await`.
  public let line: UInt

  /// Makes a place from `#fileID` and `#line`.
  @inlinable public init(_ fileID: StaticString, _ line: UInt) {
    self.fileID = fileID
    self.line = line
  }
}

/// A channel or another object that tasks synchronize with, as a report names it.
public struct Resource: Sendable {
  /// Its kind, such as "channel" or "wait group".
  public let kind: StaticString
  /// Distinguishes it from all others that exist at the same time.
  public let id: ObjectIdentifier
  /// Where and under which observer it was made; `nil` when there was no observer.
  public let origin: Origin?

  /// Describes a resource.
  public init(_ kind: StaticString, _ id: ObjectIdentifier, _ origin: Origin?) {
    self.kind = kind
    self.id = id
    self.origin = origin
  }
}

/// Where a resource was made; kept only for resources that are made under an observer.
public final class Origin: Sendable {
  /// The place in the source code.
  public let place: CallSite
  /// The observer under which it was made.
  public let observer: UInt64

  /// Records where a resource was made.
  public init(_ place: CallSite, observer: UInt64) {
    self.place = place
    self.observer = observer
  }
}

/// One operation of the library, as reports and traces name it.
public struct Operation: Sendable {
  /// The kind of operation.
  public enum Verb: String, Sendable {
    case send, receive, close, select, add, done, wait
  }

  /// The kind of operation.
  public let verb: Verb
  /// The resources it uses; a `select` has one for each case whose channel is not `nil`.
  public let resources: [Resource]
  /// Where the operation is called.
  public let place: CallSite

  /// Describes an operation.
  public init(_ verb: Verb, _ resources: [Resource], at place: CallSite) {
    self.verb = verb
    self.resources = resources
    self.place = place
  }
}
