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
    var found: [Flag] = []
    for fact in facts {
      guard let kind = kind(of: fact, modules: modules) else { continue }
      let flag = Flag(kind: kind, file: file, line: fact.line, text: lines[fact.line])
      if !found.contains(flag) { found.append(flag) }
    }
    return found
  }

  private static func kind(of fact: Fact, modules: Set<String>) -> String? {
    switch fact.kind {
    case .module: courseModules.contains(fact.text) ? nil : "import \(fact.text)"
    case .attribute: kind(ofAttribute: fact.text)
    case .modifier: fact.text.hasSuffix("(unsafe)") ? fact.text : nil
    case .name: kind(ofName: fact.text, modules: modules)
    case .member: fact.text == "detached" ? "Task.detached" : nil
    case .text: fact.text.contains("/proc/") ? Flag.reaching : nil
    case .conformance: Flag.changing
    case .unread: Flag.unread
    case .directive, .isolation: nil
    }
  }

  private static let attributes = [
    "unchecked": "@unchecked Sendable", "preconcurrency": "@preconcurrency",
    "convention": Flag.reaching,
    "unsafe": "unsafe", "safe": "unsafe",
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
      "unsafe": ["unsafe", "Unmanaged"],
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
    if name.hasPrefix("dl_") { return Flag.reaching }
    if name.hasPrefix("pthread_") { return "semaphore" }
    guard !harmless.contains(name) else { return nil }
    return name.hasPrefix("unsafe") && name.count > 6 || name.hasPrefix("Unsafe")
      || name.hasPrefix("withUnsafe") ? "unsafe" : nil
  }

  /// Names that the course teaches.
  ///
  /// A continuation that is resumed twice corrupts memory, which has crashed the test each time.
  static let harmless: Set = [
    "withUnsafeContinuation", "withUnsafeThrowingContinuation", "UnsafeContinuation",
    "withUnsafeCurrentTask", "UnsafeCurrentTask",
  ]
}
