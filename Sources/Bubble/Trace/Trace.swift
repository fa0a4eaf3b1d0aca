/// What happened in one run, in order.
public struct Trace: Sendable, Equatable {
  /// Something that happened in a run.
  public struct Event: Sendable, Equatable {
    /// What can happen.
    public enum Kind: String, Sendable {
      case start, wait, wake, send, receive, close, select, add, done, sleep, end
      /// Of an atomic, and of a lock.
      case load, store, change, lock, unlock
    }

    /// What happened.
    public internal(set) var kind: Kind
    /// The task that it happened to, by its number in order of start; 1 is the closure of the
    /// bubble.
    public internal(set) var task: Int
    /// When, on the bubble's clock.
    public internal(set) var time: Duration
    /// The file and line of the operation, where known.
    public internal(set) var place: String?
    /// The file and line that made the channel or wait group, where known.
    public internal(set) var resource: String?
    /// Tells apart what was made on the same line: a number in the order of first use.
    public internal(set) var resourceNumber: Int?
    /// The value that was sent or received, described; or what is waited for, or how long.
    public internal(set) var value: String?
  }

  /// The events in order, at most 10,000.
  public internal(set) var events: [Event] = []
  /// The names of tasks that have one, by number.
  public internal(set) var names: [Int: String] = [:]
  /// How many events came after the last that is kept.
  public internal(set) var omitted = 0

  private static let limit = 10_000

  var hasRoom: Bool { events.count < Self.limit }

  mutating func add(_ event: Event) {
    if hasRoom { events.append(event) } else { omit() }
  }

  mutating func omit() { omitted += 1 }

  /// The trace in the JSON form that Perfetto and other viewers of Chrome traces open.
  ///
  /// Events are a microsecond apart, so that those of one virtual moment can be told apart; the
  /// virtual time is in the arguments.
  public var json: String {
    var lines: [String] = []
    for task in Set(events.map(\.task)).sorted() {
      let name = task == 1 ? "the test" : names[task] ?? "task \(task)"
      lines.append(
        #"{"name":"thread_name","ph":"M","pid":1,"tid":\#(task),"args":{"name":\#(name.json)}}"#)
    }
    var moment: Int64 = -1
    for event in events {
      let (seconds, attoseconds) = event.time.components
      moment = max(moment + 1, seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
      let details = [
        ("time", event.time.inSeconds), ("place", event.place), ("made at", event.resource),
        ("value", event.value),
      ].compactMap { name, value in value.map { "\(name.json):\($0.json)" } }
      lines.append(
        #"{"name":"\#(event.kind.rawValue)","ph":"X","ts":\#(moment),"dur":1,"pid":1,"#
          + #""tid":\#(event.task),"args":{\#(details.joined(separator: ","))}}"#)
    }
    return "{\"traceEvents\":[\n" + lines.joined(separator: ",\n") + "\n]}\n"
  }
}
