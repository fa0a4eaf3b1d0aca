// wrong: hears of a cancellation only until the sheep are counted
// rejected by: cancelling it ends both counts as wrong

/// A variant of 1.2.
public func countSheepAndFish(_ count: @escaping @Sendable (String) async -> Void) async {
  let sheep = Task { await count("sheep") }
  let fish = Task { await count("fish") }
  await withTaskCancellationHandler {
    await sheep.value
  } onCancel: {
    sheep.cancel()
    fish.cancel()
  }
  await fish.value
}
