public import Channels

/// Carries crates from one shore to the other, until the first shore has no more.
///
/// Takes a crate from `shore`, brings it to `island`, and only then takes the next one, so that
/// crates arrive in the order in which they were taken. When `shore` is closed and empty, closes
/// `island` and returns at once. If the caller is cancelled, none of this has to hold.
///
/// The types say what is allowed: here you cannot send to `shore`, close it, or receive from
/// `island`. Such a line does not compile.
///
///     // "oil" and "wool" are sent to the shore, which is then closed.
///     await ferry(from: shore.receiveOnly, to: island.sendOnly)   // oil, wool, then closed
///
/// - Parameters:
///   - shore: Where crates come from.
///   - island: Where the crates go.
public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  // TODO(3.7): Which channel does the ferry close, and when?
}
