internal import CBubbleRuntime
internal import Synchronization

/// Where a task that does not run stands, as far as a report needs to know.
struct WaitingStack {
  /// The innermost line of the program.
  var innermost: String?
  /// The innermost line of what is tested, where that has called the innermost line, of the test.
  var caller: String?
  /// Whether what is tested stands on the stack; `nil` when that is not known.
  var isInProgram: Bool?
  /// Whether the task waits for an element of a stream.
  var isInStream = false

  /// The innermost line, and who called it if that is of the test.
  var words: String? {
    innermost.map { place in place + (caller.map { ", called at \($0)," } ?? "") }
  }
}

extension BubbleRun {
  /// Looks at the stack of a task; says nothing in a run that does not look for places.
  func stack(of record: TaskRecord) -> WaitingStack {
    guard detail == .places, let memory = record.memory, memory.isSuspended || isReady(record)
    else { return WaitingStack() }
    let (points, isInStream) = memory.resumption
    var stack = stack(CapturedCallSite(addresses: points).frames)
    stack.isInStream = isInStream
    return stack
  }

  /// Looks at the stack of the thread that runs a task which does not let go of it.
  var stackOfThread: WaitingStack {
    var stack = WaitingStack()
    // A thread that is met while it enters or leaves a function hides which one has called that.
    for _ in 0..<10 where stack.innermost == nil {
      var places = [UInt64](repeating: 0, count: 64)
      let thread = threadID.load(ordering: .relaxed)
      let count = bubble_thread_stack(thread, &places, Int32(places.count))
      let site = CapturedCallSite(addresses: Array(places.prefix(Int(count))))
      stack = self.stack(site.frames)
      stack.innermost = stack.innermost ?? site.innermostLine
      if count == 0 { break }
    }
    return stack
  }

  private func stack(_ frames: [ProgramFrame]) -> WaitingStack {
    // Without a line a frame still says whose code it is, and its caller's line would say too little.
    var stack = WaitingStack(innermost: frames.first?.place?.text)
    guard let testSource else { return stack }
    let own = frames.filter { !testSource.contains($0) }
    stack.isInProgram = !own.isEmpty
    if frames.first.map(testSource.contains) == true {
      stack.caller = own.lazy.compactMap(\.place?.text).first
    }
    return stack
  }

  /// Whether the code that is tested started the task; `nil` when that is not known.
  func isOfProgram(_ record: TaskRecord) -> Bool? {
    guard let testSource, let frame = record.details?.startCallSite?.frame else { return nil }
    return !testSource.contains(frame)
  }

  /// Whether the task waits for nothing but its turn.
  func isReady(_ record: TaskRecord) -> Bool {
    guard !record.isFinished else { return false }
    for index in 0..<ready.count
    where ready[index].task == record.number - 1 && ready[index].pause < 0 {
      return true
    }
    return false
  }
}
