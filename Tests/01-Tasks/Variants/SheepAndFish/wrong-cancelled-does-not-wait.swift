// wrong: if the caller is cancelled already, cancels both counts and does not wait for them
// rejected by: cancelling it ends both counts as wrong

/// A variant of 1.2.
public func countSheepAndFish(_ count: @escaping @Sendable (String) async -> Void) async {
  let counts = ["sheep", "fish"].map { animal in Task { await count(animal) } }
  await withTaskCancellationHandler {
    if Task.isCancelled { return }
    for animal in counts { await animal.value }
  } onCancel: {
    for animal in counts { animal.cancel() }
  }
}
