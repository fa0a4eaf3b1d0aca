// Why this file exists: the usual functions that suspend a task leave the executor it runs on. In
// 6.3, `withTaskCancellationHandler` runs its operation on the global pool even for an actor, and
// without an actor each of these functions goes there and back. A task on the main actor would then
// enter a queue later than it called the operation, and a harness with an executor of its own would
// see five steps instead of one. The older entry points of the same functions stay on the caller's
// executor.

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
/// If the task has already been cancelled, the handler runs before `body`.
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
