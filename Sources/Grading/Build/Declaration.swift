import GraderFormats

/// Something that a chapter declares, as the compiler sees it.
struct Declaration: Hashable {
  /// The compiler's own name for it, which says its place and its type.
  var id: String

  /// The names of the types around it, and its own with its labels.
  var path: [String]

  /// How it is declared, without its access level and the protocols it conforms to.
  var text: String

  /// The keywords and attributes in it.
  var words: Set<String>

  var conformances: Set<String>
  var isPublic: Bool
  var file: String
  var line: Int

  /// The path without labels, as in `LockedCounter.increment`.
  var name: String {
    path.map { $0.prefix { $0 != "(" } }.joined(separator: ".")
  }

  /// The differences from the course's declarations because of which its tests would not compile,
  /// or would call a declaration in the wrong way.
  ///
  /// - Parameters:
  ///   - expected: What the course declares.
  ///   - given: What the student's chapter declares.
  /// - Returns: A diagnostic for each, on the file that the course declares it in.
  static func changes(from expected: [Declaration], to given: [Declaration]) -> [Diagnostic] {
    // Where there is no list, the linker tells what is missing.
    if given.isEmpty { return [] }
    let types = Dictionary(expected.map { ($0.path, $0) }) { first, _ in first }
    var changed: Set<[String]> = []
    return expected.sorted { $0.path.count < $1.path.count }.compactMap { declaration in
      // A diagnostic about a type stands for its members, too.
      let parent = Array(declaration.path.dropLast())
      guard !changed.contains(parent) else {
        changed.insert(declaration.path)
        return nil
      }
      let isolates = types[parent]?.isIsolated ?? false
      let found = declaration.counterpart(in: given)
      if let found, declaration.isKept(by: found, amongIsolated: isolates) { return nil }
      changed.insert(declaration.path)
      return declaration.diagnostic(found)
    }
  }

  /// Words that say how something is called and what it is, beyond what `id` says.
  private static let telling: Set = [
    "actor", "class", "struct", "enum", "protocol", "mutating", "isolated", "@concurrent", "set",
    "@discardableResult",
  ]

  /// What the `id` of a function says, but not that of a property or a subscript.
  private static let effects: Set = ["async", "throws"]

  /// Of these, what is more than asked for does no harm.
  private static let generous: Set = ["set", "@discardableResult"]

  private func tellingWords(amongIsolated: Bool) -> Set<String> {
    words.filter { word in
      Self.telling.contains(word) || Self.isGlobalActor(word)
        || amongIsolated && word.hasPrefix("nonisolated")
        || Self.effects.contains(word) && !words.isDisjoint(with: ["var", "subscript"])
    }
  }

  /// Whether its members are isolated, so that *nonisolated* on one of them makes a difference.
  private var isIsolated: Bool { words.contains { $0 == "actor" || Self.isGlobalActor($0) } }

  private static func isGlobalActor(_ word: String) -> Bool {
    word.hasPrefix("@") && word.dropFirst().first?.isUppercase == true
  }

  /// Whether a declaration can be used in the place of this one.
  private func isKept(by other: Declaration, amongIsolated: Bool) -> Bool {
    let needed = tellingWords(amongIsolated: amongIsolated)
    let given = other.tellingWords(amongIsolated: amongIsolated)
    return id == other.id && other.isPublic && needed.isSubset(of: given)
      && given.subtracting(needed).isSubset(of: Self.generous)
      && conformances.isSubset(of: other.conformances)
  }

  /// The student's declaration that should be this one: the same one if it exists; otherwise one of
  /// the same name, preferably with the same labels and in the same file.
  private func counterpart(in given: [Declaration]) -> Declaration? {
    let named = given.filter { $0.name == name }
    return named.max { rank($0) < rank($1) }
  }

  private func rank(_ other: Declaration) -> Int {
    (other.id == id ? 8 : 0) + (other.path == path ? 4 : 0) + (other.isPublic ? 2 : 0)
      + (other.file == file ? 1 : 0)
  }

  private func diagnostic(_ found: Declaration?) -> Diagnostic {
    guard let found else {
      return Diagnostic(
        file: file, line: 0,
        message: "`\(text)` is missing: the course declares it, and its tests use it")
    }
    let lacking = conformances.subtracting(found.conformances)
    let heirs = lacking.isEmpty ? "" : ": " + lacking.sorted().joined(separator: ", ")
    let whole = text + heirs
    let access = found.isPublic ? "" : "public "
    let place = found.file == file ? found.line : 0
    return Diagnostic(
      file: file, line: place,
      message: "`\(found.text)` must be `\(access)\(whole)`: the course's tests use it as such")
  }
}
