/// The number of items with which a test checks a promise about "all", "each" or "any number".
///
/// An answer may have a limit, such as 16 or 64, that the exercise does not mention. A test with a
/// few items passes then; a test with this many fails, and in one schedule it costs little:
///
///     try await bubble(.count(1)) {
///       await stampCrates(crowd) { number in await stamp.stamp(number) }
///     }
public let crowd = 130
