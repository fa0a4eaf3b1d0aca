/// One element: who sent it and as which of its elements.
struct Crate: Hashable, Sendable {
  let sender: Int
  let number: Int
}

/// What one task has seen: its crates in order, with the channel each went through.
struct SoakLog: Sendable {
  struct Entry: Hashable, Sendable {
    let crate: Crate
    let channel: Int
  }

  var sent: [Entry] = []
  var refused = 0
  var received: [Entry] = []
}

/// How much has happened in all rounds.
struct SoakTotals: CustomStringConvertible {
  var delivered = 0
  var refused = 0
  var cancelled = 0
  var closes = 0

  var description: String {
    "\(delivered) delivered, \(refused) refused, \(cancelled) tasks cancelled, \(closes) closes"
  }
}

/// Compares what all tasks of a round have seen.
struct SoakLedger {
  let logs: [SoakLog]

  /// What is wrong, in words.
  func findMistake() -> String? {
    var taken: Set<SoakLog.Entry> = []
    for entry in logs.flatMap(\.sent) where !taken.insert(entry).inserted {
      return "\(entry) was taken twice"
    }
    var delivered: Set<SoakLog.Entry> = []
    for entry in logs.flatMap(\.received) {
      guard delivered.insert(entry).inserted else { return "\(entry) was delivered twice" }
      guard taken.contains(entry) else { return "\(entry) was delivered and not taken" }
    }
    if let lost = taken.subtracting(delivered).first { return "\(lost) was taken and is lost" }
    return logs.lazy.compactMap { disorder(in: $0.received) }.first
  }

  /// A receiver sees what one sender sent over one channel in the order of the sends.
  private func disorder(in received: [SoakLog.Entry]) -> String? {
    struct Line: Hashable {
      let sender: Int
      let channel: Int
    }
    var last: [Line: Int] = [:]
    for entry in received {
      let line = Line(sender: entry.crate.sender, channel: entry.channel)
      if let before = last[line], before >= entry.crate.number {
        return "\(entry) came after number \(before)"
      }
      last[line] = entry.crate.number
    }
    return nil
  }
}
