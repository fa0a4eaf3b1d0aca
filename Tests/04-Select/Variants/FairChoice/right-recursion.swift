// right: each call takes one crate
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  await take(count, from: east, and: west, before: [])
}

private func take(
  _ count: Int, from first: ReceiveChannel<String>?, and second: ReceiveChannel<String>?,
  before: [String]
) async -> [String] {
  guard count > 0, first != nil || second != nil else { return before }
  let (crate, isFirst) = await select {
    Receive(from: first) { ($0, true) }
    Receive(from: second) { ($0, false) }
  }
  if let crate {
    return await take(count - 1, from: second, and: first, before: before + [crate])
  }
  return await take(count, from: isFirst ? nil : first, and: isFirst ? second : nil, before: before)
}
