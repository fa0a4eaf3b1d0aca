// wrong: the fish are not awaited, and so cancelled when the sheep end
// rejected by: it returns when both counts have ended as wrong
/// A variant of 1.2.
public func countSheepAndFish(_ count: @escaping @Sendable (String) async -> Void) async {
  async let fish: Void = count("fish")
  await withTaskCancellationHandler {
    await count("sheep")
  } onCancel: {
  }
}
