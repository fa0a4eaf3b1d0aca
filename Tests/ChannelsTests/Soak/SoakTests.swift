import Channels
import Foundation
import Testing

/// Random traffic on the real pool for a while.
///
/// `CHANNELS_SOAK_SECONDS` says how long (1 if it is not set), `CHANNELS_SOAK_SEED` with which
/// seed to begin. The order in which tasks run is not the seed's to decide, so a failure may need
/// several runs to come back.
@Suite("soak") struct SoakTests {
  @Test func `random traffic loses, repeats and reorders nothing`() async {
    let environment = ProcessInfo.processInfo.environment
    let seconds = environment["CHANNELS_SOAK_SECONDS"].flatMap(Double.init) ?? 1
    let first = environment["CHANNELS_SOAK_SEED"].flatMap(UInt64.init) ?? .random(in: 0..<1 << 32)

    let end = ContinuousClock.now + .seconds(seconds)
    var seed = first
    var totals = SoakTotals()
    repeat {
      let complaint = await SoakRound(seed: seed).run(into: &totals)
      if let complaint {
        Issue.record("\(complaint); run again with CHANNELS_SOAK_SEED=\(seed)")
        return
      }
      seed += 1
      // A busy machine gets its rounds too: one alone may have no refusal in it.
    } while ContinuousClock.now < end || seed < first + 20

    // A soak in which nothing happens proves nothing.
    #expect(totals.delivered > 0 && totals.refused > 0 && totals.closes > 0)
    print("soak: \(seed - first) rounds from seed \(first): \(totals)")
  }
}
