// Why this file exists: the usual functions that suspend a task leave the executor it runs on. In
// 6.3, `withTaskCancellationHandler` runs its operation on the global pool even for an actor, and
// without an actor each of them goes there and back. A task on the main actor would then stand in
// line later than it asked to, and a harness with an executor of its own would see five steps where
// there is one. The older entry points of the same functions stay where the caller is.

/// Suspends the task, on the executor it runs on, until the continuation is resumed.
@inlinable nonisolated(nonsending) func suspend(
  _ body: (UnsafeContinuation<Void, Never>) -> Void
) async {
  #if compiler(>=6.3) && compiler(<6.4)
    await _unsafeInheritExecutor_withUnsafeContinuation(body)
  #else
    await withUnsafeContinuation(body)
  #endif
}

/// Suspends the task as `suspend(_:)` does, and calls `handler` as soon as the task is cancelled.
///
/// In a task that is cancelled already, the handler runs before `body`.
@inlinable nonisolated(nonsending) func suspend(
  _ body: (UnsafeContinuation<Void, Never>) -> Void, onCancel handler: @Sendable () -> Void
) async {
  #if compiler(>=6.3) && compiler(<6.4)
    await _unsafeInheritExecutor_withTaskCancellationHandler(
      operation: { await _unsafeInheritExecutor_withUnsafeContinuation(body) },
      onCancel: handler)
  #else
    await withTaskCancellationHandler {
      await withUnsafeContinuation(body)
    } onCancel: {
      handler()
    }
  #endif
}
