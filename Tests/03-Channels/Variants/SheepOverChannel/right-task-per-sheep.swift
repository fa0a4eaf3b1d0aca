// right: a child task for each sheep, at its own time
public import Channels

/// A variant of 3.8.
public func countSheep(upTo number: Int, into messages: SendChannel<String>) async {
  await withTaskGroup { group in
    for sheep in 0..<number {
      group.addTask {
        try? await Task.sleep(for: .milliseconds(500 * sheep))
        await messages.send("\(sheep + 1) sheep")
      }
    }
  }
  messages.close()
}
