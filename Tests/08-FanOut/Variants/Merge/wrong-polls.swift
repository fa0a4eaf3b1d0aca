// wrong: asks all inputs again every second
// rejected by: an element goes on as soon as it arrives as wrong

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  Task {
    var open = inputs
    while !open.isEmpty {
      var isIdle = true
      open = await keep(open) { input in
        switch input.tryReceive() {
        case .element(let element):
          isIdle = false
          await output.send(element)
          return true
        case .nothing: return true
        case .closed: return false
        }
      }
      if isIdle { try? await Task.sleep(for: .milliseconds(300)) }
    }
    output.close()
  }
  return output.receiveOnly
}

private func keep<Input>(_ inputs: [Input], _ isKept: (Input) async -> Bool) async -> [Input] {
  var kept: [Input] = []
  for input in inputs where await isKept(input) { kept.append(input) }
  return kept
}
