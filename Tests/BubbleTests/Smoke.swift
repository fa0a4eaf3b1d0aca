import Bubble
import Testing

actor Cell { var value = 0; func set(_ v: Int) { value = v } }

@Suite struct Smoke {
  @Test func passes() async throws {
    let e = try await bubble {
      let t = Task { try? await Task.sleep(for: .seconds(2)); return 3 }
      #expect(await t.value == 3)
      #expect(Bubble.elapsed == .seconds(2))
      #expect(Bubble.liveTasks == 0)
    }
    print(e)
  }
  @Test func lost() async throws {
    try await bubble {
      let c = Cell()
      await withTaskGroup(of: Void.self) { g in
        for _ in 0..<3 { g.addTask { let x = await c.value; await c.set(x + 1) } }
      }
      #expect(await c.value == 3)
    }
  }
  @Test func leaks() async throws {
    try await bubble {
      Task { try? await Task.sleep(for: .seconds(5)) }
      Task(name: "cont") { await withCheckedContinuation { (k: CheckedContinuation<Void, Never>) in hold.append(k) } }
    }
  }
  @Test func dead() async throws {
    try await bubble {
      let t = Task { await withUnsafeContinuation { (k: UnsafeContinuation<Void, Never>) in  } }
      await t.value
    }
  }
  @Test func yields() async throws {
    try await bubble {
      Task { while true { await Task.yield() } }
      while true { await Task.yield() }
    }
  }
  @Test func spins() async throws {
    try await bubble {
      var i = 0
      while i >= 0 { i &+= 1; i &= 0xffff }
    }
  }
  @Test func blocks() async throws {
    try await bubble { Task { sleep(10) } }
  }
  @Test func throwing() async throws {
    struct E: Error {}
    try await bubble { throw E() }
  }
  @Test func requires() async throws {
    try await bubble { let x: Int? = nil; _ = try #require(x) }
  }
  @Test func cancels() async throws {
    try await bubble { try Test.cancel("no") }
  }
  @Test func main() async throws {
    try await bubble { await MainActor.run { MainActor.assertIsolated() }; Task { @MainActor in await Task.yield() } }
  }
  @Test func asyncLet() async throws {
    try await bubble { async let a = { try? await Task.sleep(for: .seconds(1)); return 1 }(); async let b = 2; #expect(await a + b == 3) }
  }
}
nonisolated(unsafe) var hold: [CheckedContinuation<Void, Never>] = []
import Glibc
