/// Draws a trace as columns, one for each task, time downwards.
struct Columns {
  let trace: Trace

  private static let width = 26
  private static let mostTasks = 4
  private static let mostRows = 24

  /// The drawing, or nothing when there is too little or too much to see.
  var text: String {
    let events = trace.events.filter { $0.kind != .wake && $0.kind != .start }
    let tasks = tasksInOrder(events)
    guard tasks.count > 1 else { return "" }
    var lines = [row("", tasks.map { title($0) })]
    var time: Duration?
    for event in shown(events) {
      guard let event else {
        lines.append("  …")
        continue
      }
      guard let column = tasks.firstIndex(of: event.task) else { continue }
      var cells = Array(repeating: "", count: tasks.count)
      cells[column] = cell(event)
      lines.append(row(event.time == time ? "" : event.time.inSeconds, cells))
      time = event.time
    }
    if let fileOfAccesses { lines.append("  line numbers are those of \(fileOfAccesses)") }
    return (lines + legend).joined(separator: "\n")
  }

  private func tasksInOrder(_ events: [Trace.Event]) -> [Int] {
    Array(Set(events.map(\.task)).sorted().prefix(Self.mostTasks))
  }

  /// The beginning and the end; `nil` stands for what is left out between them.
  private func shown(_ events: [Trace.Event]) -> [Trace.Event?] {
    guard events.count > Self.mostRows else { return events }
    let head = Self.mostRows / 3
    return events.prefix(head).map(Optional.some) + [nil]
      + events.suffix(Self.mostRows - head).map(Optional.some)
  }

  private func title(_ task: Int) -> String {
    task == 1 ? "the test" : trace.names[task].map { "task \"\($0)\"" } ?? "task \(task)"
  }

  private func cell(_ event: Trace.Event) -> String {
    let thing = channels.count > 1 ? event.resourceNumber.map { " \(name(of: $0))" } ?? "" : ""
    let value = event.value ?? ""
    switch event.kind {
    case .send: return "send \(value) ─▶\(thing)"
    case .receive: return "receive \(event.value ?? "nil") ◀─\(thing)"
    case .wait: return "waits: \(value)\(thing)"
    case .sleep: return "sleeps \(value)"
    case .end: return "ends"
    case .close: return "close\(thing)"
    case .load: return "reads\(atomic(event))"
    case .store: return "writes\(atomic(event))"
    case .change: return "changes\(atomic(event))"
    case .lock: return "locks\(atomic(event))"
    case .unlock: return "unlocks"
    case .select, .add, .done, .start, .wake: return event.kind.rawValue
    }
  }

  /// Where a place in memory is used, as it has no name of its own: the line, and the file if there
  /// are several.
  private func atomic(_ event: Trace.Event) -> String {
    guard let place = event.place else { return "" }
    guard let file = fileOfAccesses else { return ", \(place)" }
    return ", line \(place.dropFirst(file.count + 1))"
  }

  /// The file of all accesses to memory, if it is one.
  private var fileOfAccesses: Substring? {
    let kinds: Set<Trace.Event.Kind> = [.load, .store, .change, .lock]
    let files = Set(
      trace.events.filter { kinds.contains($0.kind) }.compactMap { event in
        event.place.map { $0.prefix { $0 != ":" } }
      })
    return files.count == 1 ? files.first : nil
  }

  /// Which letter stands for which channel; one line for each source line that made some.
  private var legend: [String] {
    guard channels.count > 1 else { return [] }
    var places: [String] = []
    for channel in channels where !places.contains(channel.place) { places.append(channel.place) }
    return places.map { place in
      let letters = channels.indices.filter { channels[$0].place == place }.map(letter)
      guard let last = letters.last, letters.count > 1 else {
        return "  \(letters.joined()) is the channel made at \(place)"
      }
      let others = letters.dropLast().joined(separator: ", ")
      return "  \(others) and \(last) are the channels made at \(place)"
    }
  }

  private var channels: [(number: Int, place: String)] {
    var seen: [(number: Int, place: String)] = []
    for event in trace.events where event.isOfChannel {
      guard let number = event.resourceNumber, let place = event.resource,
        !seen.contains(where: { $0.number == number })
      else { continue }
      seen.append((number, place))
    }
    return seen
  }

  private func name(of number: Int) -> String {
    channels.firstIndex { $0.number == number }.map(letter) ?? ""
  }

  private func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(65 + index))) : "channel \(index + 1)"
  }

  private func row(_ time: String, _ cells: [String]) -> String {
    let padded = cells.map { cell in
      let short = cell.count < Self.width ? cell : cell.prefix(Self.width - 2) + "…"
      return short + String(repeating: " ", count: Self.width - short.count)
    }
    var line = "  " + time + String(repeating: " ", count: max(1, 9 - time.count)) + padded.joined()
    while line.last == " " { line.removeLast() }
    return line
  }
}

extension Trace.Event {
  /// Whether it is about a channel, and not about a wait group or the task alone.
  fileprivate var isOfChannel: Bool {
    switch kind {
    case .send, .receive, .close, .select: true
    case .wait: value != "wait"
    default: false
    }
  }
}
