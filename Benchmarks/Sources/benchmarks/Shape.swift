/// One way to use a channel, done by several libraries.
struct Shape: Sendable {
  /// A library and how it does this shape so many times.
  struct Entry: Sendable {
    let library: Library
    let run: @Sendable (_ operations: Int) async -> Void

    init(_ library: Library, _ run: @escaping @Sendable (_ operations: Int) async -> Void) {
      self.library = library
      self.run = run
    }
  }

  /// A short name for the command line and the JSON.
  let name: String
  /// What happens and what is counted as one operation.
  let title: String
  /// How many operations are measured at a time.
  let operations: Int
  let entries: [Entry]

  init(_ name: String, _ title: String, operations: Int, _ entries: [Entry]) {
    self.name = name
    self.title = title
    self.operations = operations
    self.entries = entries
  }

  static let all = exchanges + [pingPong, creation] + selects + switches
}

/// Who is compared.
enum Library: String, CaseIterable {
  case channels = "Channels"
  case unobserved = "Channels, unobserved"
  case asyncChannel = "AsyncChannel"
  case asyncStream = "AsyncStream"
  case actorQueue = "actor queue"
  case runtime = "Swift runtime"
  case go = "Go"
}

/// Runs so many senders and receivers; each gets its part of `operations`.
func exchange(
  _ operations: Int, senders: Int = 1, receivers: Int = 1,
  send: @escaping @Sendable (Int) async -> Void,
  receive: @escaping @Sendable (Int) async -> Void
) async {
  // As much is received as is sent, or somebody would wait for ever.
  let turns = operations / (senders * receivers)
  await withTaskGroup { group in
    for _ in 0..<senders { group.addTask { await send(turns * receivers) } }
    for _ in 0..<receivers { group.addTask { await receive(turns * senders) } }
  }
}

/// Keeps the optimizer from removing what is measured.
@inline(never) func keep(_ value: Int) {}

/// Some work that depends on its argument.
@inline(never) func labor(_ turns: Int, _ seed: Int) -> Int {
  var value = seed
  for _ in 0..<turns { value = value &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407 }
  return value
}
