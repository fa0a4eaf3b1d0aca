import Bubble

/// How many tasks were still alive at this moment although they had nothing to wait for.
///
/// Call it right after the function of an exercise has returned. A task that waits is not counted:
/// it is reported as a leak at the end of the test.
func tasksLeftBehind() async -> Int {
  let finished = Bubble.finishedTasks
  await Bubble.settle()
  return Bubble.finishedTasks - finished
}
