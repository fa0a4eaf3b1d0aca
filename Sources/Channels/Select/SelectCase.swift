/// What a case of a select waits for.
@usableFromInline enum SelectEvent {
  /// A partner or a place at a channel, or its close.
  case channel(Arm)
  /// Nothing: its channel is `nil`.
  case never
  /// The end of a time that begins when the select starts to wait.
  case time(Duration)
  /// The end of the task's being wanted.
  case cancellation
  /// That no other case is ready.
  case nothingElse
}

/// One case of a select: what it waits for and what runs when it is chosen.
@usableFromInline struct SelectCase<Value, Failure: Error> {
  @usableFromInline let event: SelectEvent
  // A `Result`, because a stored closure of type `throws(Never)`, read where `Failure` is known
  // to be `Never`, crashes the compiler (Swift 6.3.1, in the thunk between the two).
  @usableFromInline let body: () async -> Result<Value, Failure>

  @inlinable init(_ event: SelectEvent, _ body: @escaping () async -> Result<Value, Failure>) {
    self.event = event
    self.body = body
  }

  @inlinable init(_ event: SelectEvent, running body: @escaping () async throws(Failure) -> Value) {
    self.init(event) {
      do throws(Failure) { return .success(try await body()) } catch { return .failure(error) }
    }
  }
}

/// The cases of a select, or of a part of it.
///
/// You do not name this type: write `Receive`, `Send`, `After`, `Cancelled` and `Default`.
public struct SelectCases<Value, Failure: Error> {
  @usableFromInline let list: [SelectCase<Value, Failure>]

  @inlinable init(_ list: [SelectCase<Value, Failure>]) { self.list = list }
}

extension SelectCases where Failure == Never {
  /// The same cases, to stand beside cases that throw.
  @inlinable func throwing<Other: Error>() -> SelectCases<Value, Other> {
    SelectCases<Value, Other>(
      list.map { one in
        SelectCase<Value, Other>(one.event) { .success(await one.body().get()) }
      })
  }
}

extension SelectCases {
  /// The same cases, to stand beside cases that throw something else.
  @inlinable func throwing() -> SelectCases<Value, any Error> {
    SelectCases<Value, any Error>(
      list.map { one in
        SelectCase<Value, any Error>(one.event) { await one.body().mapError { $0 } }
      })
  }
}
