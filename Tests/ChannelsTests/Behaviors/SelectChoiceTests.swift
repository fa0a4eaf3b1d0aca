import Bubble
import Channels
import Testing

@Suite("which case a select chooses") struct SelectChoiceTests {
  @Test func `the same schedule chooses the same case, wherever the channels are in memory`() async
  {
    let exploration = await explore(.these(Array(repeating: .random(seed: 5), count: 300))) {
      let channels = await withTaskGroup(of: (Int, Channel<Int>).self) { group in
        for number in 0..<4 {
          group.addTask {
            let channel = Channel<Int>(capacity: 1)
            await channel.send(number)
            return (number, channel)
          }
        }
        return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
      }
      Bubble.note(
        outcome: await select { for channel in channels { Receive(from: channel) } } ?? -1)
    }

    #expect(exploration.outcomes.count == 1)
    #expect(exploration.outcomes.values.first == 300)
  }

  @Test func `all schedules choose each of the ready cases once`() async {
    for _ in 0..<10 {
      let exploration = await explore(.exhaustive()) {
        var channels: [Channel<Int>] = []
        var cargo: [[Int]] = []
        for number in 0..<6 {
          cargo.append(Array(repeating: 1, count: 3 + 2 * number))
          let channel = Channel<Int>(capacity: 1)
          await channel.send(number)
          channels.append(channel)
        }
        let chosen = await select { for channel in channels { Receive(from: channel) } }
        Bubble.note(outcome: chosen ?? -1)
        _ = cargo
      }

      #expect(exploration.isExhaustive)
      #expect(exploration.schedules == 6)
      #expect(
        exploration.outcomes == Dictionary(uniqueKeysWithValues: (0..<6).map { ("\($0)", 1) }))
    }
  }
}
