// wrong: receives two at a time, and takes a sum of zero for the end
// rejected by: an empty crate is not the end as wrong
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var t = 0
  while let a = await crates.receive() {
    t += a; if let b = await crates.receive() { t += b } else { break }; if t == 0 { break }
  }
  return t
}
