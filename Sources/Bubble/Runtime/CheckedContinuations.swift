// Why this file exists: `withCheckedContinuation` is a function of the runtime's library, so the
// wait inside it is one that the bubble never sees. These functions have the symbols of the
// runtime's functions and do the same, but their wait calls `swift_continuation_await` by its symbol
// (see AwaitPoints.h). A continuation that is resumed in its own closure is then a scheduling point.

#if os(Linux)
  /// Stands in for `withCheckedContinuation(isolation:function:_:)`.
  @_silgen_name(
    "$ss23withCheckedContinuation9isolation8function_xScA_pSgYi_SSyScCyxs5NeverOGXEtYalF")
  public func _checkedContinuation<Value>(
    isolation: isolated (any Actor)?, function: String,
    _ body: (CheckedContinuation<Value, Never>) -> Void
  ) async -> sending Value {
    await withUnsafeContinuation(isolation: isolation) { continuation in
      body(CheckedContinuation(continuation: continuation, function: function))
    }
  }

  /// Stands in for `withCheckedThrowingContinuation(isolation:function:_:)`.
  @_silgen_name(
    "$ss31withCheckedThrowingContinuation9isolation8function_xScA_pSgYi_SSyScCyxs5Error_pGXEtYaKlF"
  )
  public func _checkedThrowingContinuation<Value>(
    isolation: isolated (any Actor)?, function: String,
    _ body: (CheckedContinuation<Value, any Error>) -> Void
  ) async throws -> sending Value {
    try await withUnsafeThrowingContinuation(isolation: isolation) { continuation in
      body(CheckedContinuation(continuation: continuation, function: function))
    }
  }
#endif
