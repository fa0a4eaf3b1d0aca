/// A task that was interrupted between two uses of a lock, an atomic or a channel, and what happened
/// in between.
struct Interruption: Sendable {
  /// The task by its number.
  var task: Int
  /// The last use before the interruption.
  var before: Access
  /// The next use by the same task, once it is known.
  var after: Access?
  /// The first use of the same thing by another task, between the two.
  var between: (task: Int, access: Access)?

  /// A use as a report shows it.
  struct Access: Sendable {
    var kind: Kind
    var line: String
    /// The address of the lock, the atomic or the channel.
    var place: UInt
  }

  /// What is used: a task may send between two uses of a lock, and takes part in both.
  enum Subject: CaseIterable {
    case memory, channel
  }

  enum Kind: Sendable {
    case load, store, change, lock, unlock
    case look, trySend, tryReceive, send, receive, close

    /// Whether it changes nothing that another task sees; a try that has succeeded is noted again.
    var changesNothing: Bool {
      switch self {
      case .load, .look, .trySend, .tryReceive: true
      case .store, .change, .lock, .unlock, .send, .receive, .close: false
      }
    }

    var subject: Subject {
      switch self {
      case .load, .store, .change, .lock, .unlock: .memory
      case .look, .trySend, .tryReceive, .send, .receive, .close: .channel
      }
    }
  }
}
