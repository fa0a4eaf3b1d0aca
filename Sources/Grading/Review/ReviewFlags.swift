import GraderFormats

/// Finds in a student's file what an instructor may want to look at; it costs no points.
///
/// The names come from the parser, so that layout and comments hide nothing. The compiler adds what
/// is unsafe although no name says so; see `UnsafeUses`.
enum ReviewFlags {
  /// The modules that the course is about, which no one needs to look at.
  private static let courseModules: Set = ["Channels", "Synchronization", "Swift"]

  /// All flags of a file, from top to bottom.
  ///
  /// - Parameters:
  ///   - facts: What the file names, without what its stub imports.
  ///   - file: Its path in the submission.
  ///   - text: What the student has handed in.
  /// - Returns: What to look at, each kind once a line.
  static func find(_ facts: [Fact], of file: String, text: String) -> [Flag] {
    let lines = SourceLines(text)
    let modules = Set(facts.filter { $0.kind == .module }.map(\.text))
    var known: [String: Set<Int>] = [:]
    var found: [Flag] = []
    for fact in facts {
      guard let kind = kind(of: fact, modules: modules),
        known[kind, default: []].insert(fact.line).inserted
      else { continue }
      found.append(Flag(kind: kind, file: file, line: fact.line, text: lines[fact.line]))
    }
    return found
  }

  /// No file needs more, and a report with more of them is read by no one.
  static let limit = 200

  /// The first flags of one file, the urgent ones before the others, and a word on the rest.
  static func limited(_ flags: [Flag]) -> [Flag] {
    guard flags.count > limit, let first = flags.first else { return flags }
    let kept = (flags.filter(\.isUrgent) + flags.filter { !$0.isUrgent }).prefix(limit)
    let rest = Flag(
      kind: Flag.reaching, file: first.file, line: first.line,
      text: "\(flags.count - limit) more in this file: read it as a whole")
    return (kept + [rest]).sorted { $0.line < $1.line }
  }

  private static func kind(of fact: Fact, modules: Set<String>) -> String? {
    switch fact.kind {
    case .module: courseModules.contains(fact.text) ? nil : "import \(fact.text)"
    case .attribute: kind(ofAttribute: fact.text)
    case .modifier: fact.text.hasSuffix("(unsafe)") ? fact.text : nil
    case .name: kind(ofName: fact.text, modules: modules)
    case .member: kind(ofMember: fact.text)
    case .unchecked: isUnsafe(fact.text) || hidesPointers(fact.text) ? "unsafe" : nil
    case .global: "outlives a test"
    case .text: fact.text.contains("/proc/") ? Flag.reaching : nil
    case .conformance: Flag.changing
    case .directive, .macro, .isolation, .version, .unread: nil
    }
  }

  private static let attributes = [
    "unchecked": "@unchecked Sendable", "preconcurrency": "@preconcurrency",
    "convention": Flag.reaching,
    "unsafe": "unsafe", "safe": "unsafe", "exclusivity": "unsafe",
  ]

  /// Those with an underscore are the compiler's own: some turn off what makes Swift safe, and the
  /// compiler says nothing about that.
  private static func kind(ofAttribute name: String) -> String? {
    attributes[name] ?? (name.hasPrefix("_") ? Flag.reaching : nil)
  }

  private static let names: [String: String] = {
    let kinds = [
      "blocks its thread": ["Thread", "usleep", "nanosleep"],
      "semaphore": ["DispatchSemaphore", "sem_init", "sem_wait", "sem_post"],
      Flag.reaching: [
        "dlsym", "dlopen", "dladdr", "mprotect", "mmap", "mremap", "ptrace", "_typeByName",
      ],
      Flag.leaving: ["exit", "_exit", "quick_exit", "abort", "kill", "raise"],
      "unsafe": ["unsafe", "Unmanaged", "OpaquePointer", "dsohandle"],
    ]
    return Dictionary(
      uniqueKeysWithValues: kinds.flatMap { kind, names in names.map { ($0, kind) } })
  }()

  /// Foundation's names for files; a student's own type may have such a name, too.
  ///
  /// With them, code that the compiler calls safe can read the process's memory, which is a file.
  private static let files: Set = [
    "FileHandle", "FileManager", "InputStream", "OutputStream", "Pipe", "Process",
  ]

  private static func kind(ofName name: String, modules: Set<String>) -> String? {
    if let kind = names[name] { return kind }
    // Helpers that students write often have this name, too.
    if name == "sleep" {
      return modules.isDisjoint(with: ["Foundation", "Glibc"]) ? nil : "blocks its thread"
    }
    if modules.contains("Foundation"), files.contains(name) { return Flag.reaching }
    if name.hasPrefix("dl_") || name.isHidden { return Flag.reaching }
    if name.hasPrefix("pthread_") { return "semaphore" }
    return isUnsafe(name) ? "unsafe" : nil
  }

  private static func isUnsafe(_ name: String) -> Bool {
    guard !harmless.contains(name) else { return false }
    return pointers.contains(name) || name.hasPrefix("unsafe") && name.count > 6
      || ["Unsafe", "withUnsafe"].contains { name.hasPrefix($0) }
  }

  /// Whether it may be one of the many members of the standard library that are unsafe and do not say so.
  private static func hidesPointers(_ name: String) -> Bool {
    name.hasPrefix("_") || name.hasPrefix("unchecked")
  }

  /// Other names by which safe values of the standard library give a pointer to what is in them.
  ///
  /// The compiler says nothing about what is unsafe in the value of an `async let`, and little where the
  /// collection's type is generic.
  private static let pointers: Set = [
    "withContiguousStorageIfAvailable", "withContiguousMutableStorageIfAvailable", "withUTF8",
    "withUTF8Buffer", "withCString", "withVaList", "utf8Start", "baseAddress",
  ]

  private static func kind(ofMember name: String) -> String? {
    if name.isHidden { return Flag.reaching }
    if isUnsafe(name) { return "unsafe" }
    return name == "detached" ? "Task.detached" : nil
  }

  /// They are part of what the course teaches.
  ///
  /// A continuation that is resumed twice corrupts memory, which has crashed the test each time.
  static let harmless: Set = [
    "withUnsafeContinuation", "withUnsafeThrowingContinuation", "UnsafeContinuation",
    "withUnsafeCurrentTask", "UnsafeCurrentTask",
  ]
}

extension String {
  /// Whether it is a name that a library has public without offering it; see `FactFinder` for those
  /// that a file declares itself.
  ///
  /// `array._getElement(…)` reads what is not in the array. A case of one's own for `select` can say
  /// that it has another's channel; then elements of one type are taken for those of another. The
  /// compiler calls both safe.
  fileprivate var isHidden: Bool { hasPrefix("_") && count > 1 }
}
