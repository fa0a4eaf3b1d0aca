// How the Swift 6.3 runtime lays out a task. Only the offset of a task's status is also in two C
// files, `AwaitPoints.c` and `RuntimeTasks.c`. With another compiler `isKnown` is false, and
// bubbles run in the reduced mode, which reads no memory of tasks.

internal import CBubbleRuntime

#if os(Linux)
  internal import Glibc
#endif

/// A task of the runtime, seen through its memory.
struct TaskMemory {
  let address: UnsafeRawPointer

  private static let flagsOffset = 0x20
  private static let resumeOffset = 0x38
  private static let contextOffset = 0x40
  private static let statusOffset = 0x60
  private static let recordsOffset = 0x68
  private static let dependencyOffset = 0xA0
  /// In a child task, right behind the part that all tasks have.
  private static let parentOffset = 0xD0
  /// Enough to get from the library through a test's closure to the code that called it.
  private static let mostResumePoints = 40

  /// What a task waits for, as the runtime notes it while the task is suspended.
  enum Dependency { case task, continuation, group, executor }

  /// Whether this process runs on the layout that the offsets above describe.
  static let isKnown: Bool = {
    #if os(Linux) && compiler(>=6.3) && compiler(<6.4)
      return debugLayoutVersion() == 1 && debugTaskSize() == 208
    #else
      return false
    #endif
  }()

  init(_ job: UnownedJob) {
    address = unsafeBitCast(job, to: UnsafeRawPointer.self)
  }

  init(address: UnsafeRawPointer) {
    self.address = address
  }

  private var flags: UInt32 { address.load(fromByteOffset: Self.flagsOffset, as: UInt32.self) }
  private var status: UInt32 { address.load(fromByteOffset: Self.statusOffset, as: UInt32.self) }

  /// Whether the job is a task, and not work of an actor or the job of a yield.
  var isTask: Bool { flags & 0xFF == 0 }
  /// Whether the job is that of a `Task.yield`.
  var isYield: Bool { flags & 0xFF == 195 }
  /// Whether the task lives in its parent's memory, so that it must never be retained.
  var isAsyncLet: Bool { flags & (1 << 28) != 0 }
  var isChild: Bool { flags & (1 << 24) != 0 }
  private var hasName: Bool { flags & (1 << 30) != 0 }
  var isComplete: Bool { status & 0x2000 != 0 }
  var isCancelled: Bool { status & 0x100 != 0 }
  private var isWaiting: Bool { status & 0x4000 != 0 }

  /// Whether the task waits for something, so that ``resumption`` says where it is.
  var isSuspended: Bool { isWaiting && !isComplete }

  /// Whether the task neither waits nor has ended: it runs, or waits in the queue of an executor.
  var isOnItsWay: Bool {
    guard !isComplete else { return false }
    // Checked again at the end: it may have gone on, on another thread.
    return !isWaiting || dependency == .executor || (!isWaiting && !isComplete)
  }

  /// The task's name, to be copied when the task is first seen: a finished task has none.
  var name: String? {
    guard hasName else { return nil }
    var record = address.load(fromByteOffset: Self.recordsOffset, as: UnsafeRawPointer?.self)
    while let here = record {
      // A record is {flags, parent}; its low byte is the kind, and 6 stands for a name.
      if here.load(as: UInt8.self) == 6 {
        let text = here.load(fromByteOffset: 0x10, as: UnsafePointer<CChar>?.self)
        return text.map { String(cString: $0) }
      }
      record = here.load(fromByteOffset: 0x8, as: UnsafeRawPointer?.self)
    }
    return nil
  }

  var dependency: Dependency? {
    guard isWaiting,
      let record = address.load(fromByteOffset: Self.dependencyOffset, as: UnsafeRawPointer?.self)
    else { return nil }
    switch record.load(fromByteOffset: 0x20, as: UInt8.self) {
    case 1: return .task
    case 2: return .continuation
    case 3: return .group
    case 4: return .executor
    default: return nil
    }
  }

  /// Where a suspended task goes on: the innermost async function first, then its caller.
  ///
  /// The task must not be running: a running task has moved on from there.
  var resumption: (points: [UInt64], isInStream: Bool) {
    var points = [address.load(fromByteOffset: Self.resumeOffset, as: UInt64.self)]
    var context = address.load(fromByteOffset: Self.contextOffset, as: UnsafeRawPointer?.self)
    var isInStream: Int32 = 0
    // Each async frame begins with its caller's frame and where the caller goes on.
    while let frame = context, points.count < Self.mostResumePoints {
      context = frame.load(as: UnsafeRawPointer?.self)
      guard let caller = frame.load(fromByteOffset: 8, as: UnsafeRawPointer?.self) else { break }
      points.append(UInt64(UInt(bitPattern: await_points_caller(frame, caller, &isInStream))))
    }
    return (points, isInStream != 0)
  }

  /// The parent, if this task is a child.
  var parent: TaskMemory? {
    guard isChild else { return nil }
    return address.load(fromByteOffset: Self.parentOffset, as: UnsafeRawPointer?.self).map(
      TaskMemory.init(address:))
  }

  /// The task whose end this one waits for; it is alive as long as this one waits.
  var awaited: TaskMemory? {
    guard dependency == .task,
      let record = address.load(fromByteOffset: Self.dependencyOffset, as: UnsafeRawPointer?.self)
    else { return nil }
    return record.load(fromByteOffset: 0x10, as: UnsafeRawPointer?.self).map(
      TaskMemory.init(address:))
  }
}

#if os(Linux)
  private func debugVariable<Value>(_ name: String, as type: Value.Type) -> Value? {
    dlsym(nil, name).map { UnsafeRawPointer($0).load(as: type) }
  }

  private func debugLayoutVersion() -> UInt32? {
    debugVariable("_swift_concurrency_debug_internal_layout_version", as: UInt32.self)
  }

  private func debugTaskSize() -> Int? {
    debugVariable("_swift_concurrency_debug_asyncTaskSize", as: Int.self)
  }
#endif

extension TaskMemory {
  /// The task that runs on this thread.
  static var current: TaskMemory? { runtime_task_current().map(TaskMemory.init(address:)) }

  /// The number that the runtime gave the task; never reused.
  var id: UInt64 { runtime_task_id(address) }

  func cancel() { runtime_task_cancel(address) }
}

extension TaskMemory {
  /// Keeps the task's memory until `release`, whatever the program does with its handles.
  func retain() { _ = Unmanaged<AnyObject>.fromOpaque(address).retain() }

  func release() { Unmanaged<AnyObject>.fromOpaque(address).release() }
}
