/// What a learning platform's name for a file or folder says about the student who handed it in.
package struct SubmissionName: Equatable {
  /// The student's name.
  var person: String

  /// What distinguishes two people, or two attempts, with this name; the best first.
  var tags: [String] = []

  /// Whether the name always needs a tag, because the platform gives everyone the same name.
  var isAnonymous = false

  /// What all files of one student, in one attempt, have in common.
  var group: String

  /// What the student called the file; `nil` for a folder.
  var file: String?

  /// Whether the platform made the file itself, to confirm that something was handed in.
  var isReceipt = false

  /// The name, with a tag if it needs one.
  var shown: String { isAnonymous ? ([person] + tags.prefix(1)).joined(separator: " ") : person }

  /// Reads a name; `nil` when it is not in the format of a known platform.
  init?(_ name: String) {
    let readers = [Self.moodle, Self.canvas, Self.blackboard, Self.brightspace]
    guard let found = readers.lazy.compactMap({ $0(name) }).first else { return nil }
    self = found
  }

  /// Describes what was read from a name.
  init(
    _ person: some StringProtocol, tags: [Substring], group: String, file: Substring?
  ) {
    self.person = String(person)
    self.tags = tags.map(String.init)
    self.group = group
    self.file = file.flatMap { $0.isEmpty ? nil : String($0) }
  }

  /// The words with which Moodle replaces all names when they are hidden.
  private static let participants: Set = [
    "participant", "participant(e)", "participante", "partecipante", "teilnehmer", "teilnehmerin",
    "teilnehmer-in", "teilnehmende", "deelnemer", "deltager", "deltaker", "deltagare",
    "osallistuja", "uczestnik", "účastník", "katılımcı", "участник", "учасник", "参加者", "参与者",
  ]

  /// `Ada Byron_123456_assignsubmission_file_`, with or without the file's own name after it.
  private static func moodle(_ name: String) -> Self? {
    guard
      let match = name.wholeMatch(of: /(.+?)_(\d+)_assign(?:submission|feedback)_[^_]+_(.*)/)
    else { return nil }
    let (_, person, number, file) = match.output
    var own = Self(person, tags: [number], group: "\(person)_\(number)", file: file)
    own.isAnonymous = participants.contains(person.lowercased())
    return own
  }

  /// `byronada_LATE_1234_567890_homework.zip`, `byronada_1234_text.html`.
  private static func canvas(_ name: String) -> Self? {
    let named = /([^_]+)(?:_LATE)?_(\d+)_(?:\d+_(.+)|((?:text|link)\.html?))/
    if let match = name.wholeMatch(of: named) {
      let (_, person, number, file, text) = match.output
      return Self(person, tags: [number], group: "\(person)_\(number)", file: file ?? text)
    }
    let nameless = /(anon|anonymous)(?:_LATE)?_(\w{5})_(?:\d+_(.+)|((?:text|link)\.html?))/
    guard let match = name.wholeMatch(of: nameless) else { return nil }
    let (_, person, tag, file, text) = match.output
    var own = Self(person, tags: [tag], group: "\(person)_\(tag)", file: file ?? text)
    own.isAnonymous = true
    return own
  }

  /// `Homework 1_byron_attempt_2026-11-21-10-00-00_work.zip`, with "attempt" in any language.
  private static func blackboard(_ name: String) -> Self? {
    // The first time is the system's: what follows is the name that the student gave the file.
    let pattern = /(.+?)_([^_\d]+)_(\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d)(?:_(.+)|(\.txt))?/
    guard let match = name.wholeMatch(of: pattern) else { return nil }
    let (_, stem, word, time, file, receipt) = match.output
    let parts = stem.split(separator: "_")
    let longer = parts.suffix(2).joined(separator: "_")
    var own = Self(
      parts.last ?? stem, tags: [longer[...], time], group: "\(stem)_\(word)_\(time)",
      file: file)
    own.isReceipt = receipt != nil
    return own
  }

  /// `12345-67890 - Ada Byron - Nov 21, 2026 1000 AM`, with or without ` - work.zip`.
  private static func brightspace(_ name: String) -> Self? {
    let pattern = /(\d+-\d+) - (.+?) - ([^-]*\d{4}[^-]*?|\d{4}-\d\d-\d\d[^-]*?)(?: - (.+))?/
    guard let match = name.wholeMatch(of: pattern) else { return nil }
    let (_, number, person, time, file) = match.output
    return Self(person, tags: [number, time], group: "\(number) \(time)", file: file)
  }

  /// Makes names distinct: a name that occurs more than once gets a tag each time.
  ///
  /// - Parameter names: The names of the submissions, each with its tags.
  /// - Returns: A name for each; no two differ only in upper and lower case.
  static func distinct(_ names: [(name: String, tags: [String])]) -> [String] {
    let groups = Dictionary(grouping: names.indices) { names[$0].name.lowercased() }
    var shown = names.map(\.name)
    for group in groups.values where group.count > 1 {
      let most = group.map { names[$0].tags.count }.max() ?? 0
      let place = (0..<most).first { place in
        let tags = group.map { names[$0].tags.dropFirst(place).first?.lowercased() }
        return Set(tags).count == group.count
      }
      for index in group {
        let tags = names[index].tags
        let chosen = place.map { Array(tags.dropFirst($0).prefix(1)) } ?? tags
        let rest = chosen.filter { !names[index].name.hasSuffix(" \($0)") }
        shown[index] = ([names[index].name] + rest).joined(separator: " ")
      }
    }
    var taken: Set<String> = []
    return shown.map { free(like: $0, taken: &taken) }
  }

  /// Takes a name that is still free, with a number if necessary.
  ///
  /// Reports are files, and some systems do not tell `Ann` from `ann`.
  package static func free(like name: String, taken: inout Set<String>) -> String {
    var free = name
    var count = 2
    while !taken.insert(free.lowercased()).inserted {
      free = "\(name)-\(count)"
      count += 1
    }
    return free
  }
}
