public import Channels

/// Carries crates from one shore to the other, until the first shore has no more.
///
/// Takes a crate from `shore`, brings it to `island`, and only then takes the next one, so that
/// crates arrive in the order in which they were taken. When `shore` is closed and empty, closes
/// `island` and returns.
///
/// The types say who may do what: nobody can send to `shore` or close it here, or receive from
/// `island`. Such a line does not compile.
///
///     // "oil" and "wool" are sent to the shore, which is then closed.
///     await ferry(from: shore.receiveOnly, to: island.sendOnly)   // oil, wool, then closed
///
/// - Parameters:
///   - shore: Where crates come from.
///   - island: Where they go to.
public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  // One crate at a time: the receive of the next one waits until this one is handed over.
  for await crate in shore { await island.send(crate) }
  // The ferry is the only sender to the island, so it says when that is over. To close the shore
  // is up to those who send to it, and `ReceiveChannel` has no `close` that could be called here.
  island.close()
}
