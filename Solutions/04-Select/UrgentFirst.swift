public import Channels

/// Answers the harbor's radio: urgent calls first, routine calls when nothing urgent is there.
///
/// Takes one call, waits until `reply` is done with it, and then takes the next. If an urgent call
/// is there at that moment, it is the next one, no matter how many routine calls wait. If none is
/// there, the next call is the one that comes first, urgent or routine; it is answered as soon as
/// it comes. If both kinds come at the same moment during this wait, either may be next.
///
/// Every call is answered once, and calls of the same kind are answered in the order in which they
/// came. When both channels are closed and empty, and the last call is answered, the function
/// returns. It does not poll: while no call is there, it waits.
///
/// Once the caller is cancelled, even before the function begins, it does not wait for calls any
/// longer. It still waits for a reply that has begun; calls that are there may be answered or left
/// on their channels. Nothing that you start outlives the function.
///
///     // "ice" (routine), then "leak" (urgent), arrive while "tide" (routine) is answered
///     await answer(urgent: urgent, routine: routine) { … }   // tide, leak, ice
///
/// - Parameters:
///   - urgent: Where urgent calls arrive, until the channel is closed.
///   - routine: Where all other calls arrive, until the channel is closed.
///   - reply: Answers one call.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  var openUrgent: ReceiveChannel<String>? = urgent
  var openRoutine: ReceiveChannel<String>? = routine
  while openUrgent != nil || openRoutine != nil {
    var call: String?
    // A select knows no priority. So look at the urgent calls alone first, without waiting …
    if case .element(let urgent) = openUrgent?.tryReceive() {
      call = urgent
    } else {
      // … and if there is none, wait for both kinds: waiting for a routine call only would leave an
      // urgent one unheard. In Go this is the same: a `select` with `default`, then one without.
      call = await select {
        Receive(from: openUrgent) { call in
          if call == nil { openUrgent = nil }
          return call
        }
        Receive(from: openRoutine) { call in
          if call == nil { openRoutine = nil }
          return call
        }
      }
    }
    if let call { await reply(call) }
  }
}
