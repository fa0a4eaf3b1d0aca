internal import CBubbleRuntime
internal import Synchronization

/// Where a task is in the code, as far as a report needs to know.
struct WaitingStack {
  /// The innermost line of the program.
  var innermost: String?
  /// If the innermost line is the test's, the innermost line of the tested code, which called it.
  var caller: String?
  /// Whether tested code is on the stack; `nil` when that is not known.
  var isInProgram: Bool?
  /// Whether the task waits for an element of a stream.
  var isInStream = false

  /// The innermost line, and `caller` if there is one.
  var words: String? {
    innermost.map { place in place + (caller.map { ", called at \($0)," } ?? "") }
  }
}

extension BubbleRun {
  /// Looks at the stack of a task; finds nothing in a run that does not record places.
  func stack(of record: TaskRecord) -> WaitingStack {
    guard detail == .places, let memory = record.memory, memory.isSuspended || isReady(record)
    else { return WaitingStack() }
    let (points, isInStream) = memory.resumption
    var stack = stack(CapturedCallSite(addresses: points).frames)
    stack.isInStream = isInStream
    return stack
  }

  /// Looks at the stack of a thread that its task does not give back.
  var stackOfThread: WaitingStack {
    var stack = WaitingStack()
    // While a thread enters or leaves a function, its stack hides the caller: look again.
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
    // A frame without a line still says whose code it is, and its caller's line would say too
    // little.
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
