// right: closes when it leaves, and pauses before each sheep but the first
public import Channels

/// A variant of 3.8.
public func countSheep(upTo number: Int, into messages: SendChannel<String>) async {
  defer { messages.close() }
  var sheep = 0
  while sheep < number {
    if sheep > 0 { try? await Task.sleep(for: .seconds(0.5)) }
    sheep += 1
    await messages.send("\(sheep) sheep")
  }
}
