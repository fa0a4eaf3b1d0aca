/// A job that could run now, or a timer that is due.
struct ReadyJob: @unchecked Sendable {
  // `@unchecked`: the pointer to an actor is only handed back to the runtime.

  /// Which executor the job has to run on.
  enum Lane: UInt8 { case main, other }

  /// Never run where `hasJob` is false.
  let job: UnownedJob
  let lane: Lane
  /// Whether this is neither the timer of a callback nor a paused job.
  private(set) var hasJob = true
  /// Whether this is neither a timer nor a paused job.
  private(set) var isPlain = true
  /// The actor that the task wants to enter, instead of going on here.
  var actor: UnsafeRawPointer?
  /// The task's index in the table of tasks; -1 for the work of an actor and other jobs.
  var task: Int32 = -1
  /// The priority among the ready jobs, in schedules that have priorities.
  var priority: Int32 = 0
  /// The number of the timer that is due; 0 for other jobs.
  private(set) var timer: UInt64 = 0
  /// The pause of a job that is in the middle of its work, by its index; -1 for other jobs.
  private(set) var pause: Int32 = -1
  /// Whether the task goes on after a sleep.
  var isAfterSleep = false
  /// The task that sleeps until the timer fires, by its index; -1 where there is none.
  private(set) var sleeper: Int32 = -1

  init(job: UnownedJob, lane: Lane, actor: UnsafeRawPointer? = nil) {
    self.job = job
    self.lane = lane
    self.actor = actor
  }

  /// A timer that is due, with the runtime's own job that ends a sleep, or a callback of the
  /// library.
  init(due timer: TimerQueue.Timer) {
    if case .job(let ready) = timer.action {
      job = ready.job
    } else {
      job = Self.nobody
      hasJob = false
    }
    lane = .other
    isPlain = false
    self.timer = timer.id
    sleeper = timer.sleeper
  }

  /// A job that has paused.
  init(paused pause: Int32) {
    job = Self.nobody
    hasJob = false
    lane = .other
    isPlain = false
    self.pause = pause
  }

  /// An optional job would cost a call for each access in a debug build.
  private static let nobody = unsafeBitCast(UnsafeRawPointer(bitPattern: 16), to: UnownedJob.self)

  /// What the decision log calls this job.
  var subject: Int32 { timer == 0 ? task : Decision.timer(of: sleeper) }
}

/// The jobs that could run now, oldest first.
///
/// In plain memory, like the table of tasks.
struct ReadyQueue: ~Copyable {
  private var storage = UnsafeMutablePointer<ReadyJob>.allocate(capacity: 64)
  private var capacity = 64
  private var head = 0
  private var end = 0

  /// The longest queue that stays in order when a job in its middle is taken.
  private static let ordered = 256

  deinit {
    storage.deallocate()
  }

  var count: Int { end - head }
  var isEmpty: Bool { head == end }

  subscript(index: Int) -> ReadyJob { storage[head + index] }

  func index(ofTask task: Int32) -> Int? {
    guard task >= 0 else { return nil }
    var index = head
    while index < end {
      if storage[index].task == task { return index - head }
      index += 1
    }
    return nil
  }

  /// Whether a task wants to enter the actor; in a long queue always `true`, without looking.
  func contains(for actor: UnsafeRawPointer) -> Bool {
    if count > Self.ordered { return true }
    var index = head
    while index < end {
      if storage[index].actor == actor { return true }
      index += 1
    }
    return false
  }

  /// The oldest of the jobs with the highest priority.
  func indexOfHighestPriority() -> Int {
    var best = head
    var index = head + 1
    while index < end {
      if storage[index].priority > storage[best].priority { best = index }
      index += 1
    }
    return best - head
  }

  mutating func append(_ job: ReadyJob) {
    if end == capacity { makeRoom() }
    (storage + end).initialize(to: job)
    end += 1
  }

  /// Takes the job at `index`.
  ///
  /// In a long queue the oldest job takes the place of one in the middle, so that a bubble with
  /// thousands of tasks does not move them all for each step.
  mutating func remove(at index: Int) -> ReadyJob {
    let place = head + index
    let job = storage[place]
    if index == 0 {
      head += 1
    } else if count <= Self.ordered {
      (storage + place).update(from: storage + place + 1, count: end - place - 1)
      end -= 1
    } else {
      storage[place] = storage[head]
      head += 1
    }
    if head == end { removeAll() }
    return job
  }

  mutating func removeYoungest() -> ReadyJob { remove(at: count - 1) }

  /// Takes the youngest job if it is the task's.
  mutating func takeYoungest(of task: Int32) -> ReadyJob? {
    guard head < end, storage[end - 1].task == task else { return nil }
    return remove(at: count - 1)
  }

  /// Takes the youngest job if it is this one, which has come back.
  mutating func takeYoungest(_ job: UnownedJob) -> ReadyJob? {
    guard head < end, TaskMemory(storage[end - 1].job).address == TaskMemory(job).address else {
      return nil
    }
    return remove(at: count - 1)
  }

  /// Takes out a timer that is due and must not fire any more.
  mutating func remove(timer id: UInt64) -> ReadyJob? {
    var index = head
    while index < end {
      if storage[index].timer == id { return remove(at: index - head) }
      index += 1
    }
    return nil
  }

  mutating func removeAll() {
    head = 0
    end = 0
  }

  /// Moves the jobs to the beginning, of a larger buffer if they fill more than half of this one.
  private mutating func makeRoom() {
    let size = count
    if size * 2 > capacity {
      capacity *= 2
      let larger = UnsafeMutablePointer<ReadyJob>.allocate(capacity: capacity)
      larger.moveInitialize(from: storage + head, count: size)
      storage.deallocate()
      storage = larger
    } else {
      storage.update(from: storage + head, count: size)
    }
    head = 0
    end = size
  }
}
