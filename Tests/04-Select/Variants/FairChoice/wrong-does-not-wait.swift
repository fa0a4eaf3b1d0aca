// wrong: returns when neither barge has a crate at the moment
// rejected by: crates that come later are waited for as wrong
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var crates: [String] = []
  var goesOn = true
  while goesOn, crates.count < count {
    await select {
      Receive(from: east) { if let crate = $0 { crates.append(crate) } else { goesOn = false } }
      Receive(from: west) { if let crate = $0 { crates.append(crate) } else { goesOn = false } }
      Default { goesOn = false }
    }
  }
  return crates
}
