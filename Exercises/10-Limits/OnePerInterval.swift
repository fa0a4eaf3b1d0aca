public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
///
/// The first request begins as soon as it arrives. Each later one begins as soon as it has arrived
/// and `interval` has passed since the one before it began. A long request does not delay the next
/// one: requests may run at the same time. A pause does not save up starts: even after one,
/// requests begin at least `interval` apart.
///
/// While a request waits until it may begin, the others stay in `requests`: at most one is taken
/// ahead of time.
///
/// Once `requests` is closed and empty, the call returns as soon as every request has ended. If the
/// caller is cancelled, even before the call, no other request begins; one that was already taken
/// is dropped. A request whose time comes at the moment of the cancellation may begin or not. The
/// running requests are cancelled, and the call waits until they have ended. Nothing you start
/// outlives the call.
///
///     // "tide" arrives at once, "wind" after 3 s, "fog" after 3.1 s: they begin at 0, 3 and 3.2 s.
///     await serve(questions, every: .milliseconds(200)) { question in await answer(question) }
///
/// - Parameters:
///   - requests: Where requests arrive; the sender closes it.
///   - interval: The shortest time from one beginning to the next; more than zero.
///   - handle: Handles a request, and may take a while; called once for each request that begins.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  // TODO(10.1): When may the next request begin, and who waits for that moment?
}
