// wrong: a cancellation that comes before the call is not noticed
// rejected by: cancelling it ends both counts as stuck
public func countSheepAndFish(_ count: @escaping @Sendable (String) async -> Void) async {
  let wasCancelled = Task.isCancelled
  let all = Task<Void, Never> {
    async let sheep: Void = count("sheep")
    async let fish: Void = count("fish")
    _ = await (sheep, fish)
  }
  return await withTaskCancellationHandler {
    await all.value
  } onCancel: {
    if !wasCancelled { all.cancel() }
  }
}
