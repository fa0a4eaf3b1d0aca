import Bubble
import Channels
import Testing

/// Programs of Go's own tests, in full size on the pool.
@Suite("large programs") struct LargeTests {
  @Test(arguments: TestEnvironment.allCases)
  func `23 workers pass on every item`(environment: TestEnvironment) async throws {
    let items = environment.size(271_828, inBubble: 5000)
    try await environment.run(.count(2)) {
      let primes = [2, 3, 7, 11, 13, 17, 19, 23, 27, 31]
      let jobs = Channel<Int>(capacity: 23 * 3)
      let results = Channel<Int>(capacity: 23 * 3)
      let workers = WaitGroup()
      workers.add(23)
      for worker in 0..<23 {
        // `workers` waits for it.
        Task {
          for await job in jobs {
            // Mixes the order of the workers.
            if primes[worker % primes.count] == job { await Task.yield() }
            await results.send(job)
          }
          workers.done()
        }
      }
      let feeder = Task {
        var expected = 0
        for item in 0..<items {
          expected += primes[item % primes.count]
          await jobs.send(primes[item % primes.count])
        }
        jobs.close()
        await workers.wait()
        results.close()
        return expected
      }

      var (count, sum) = (0, 0)
      for await result in results {
        count += 1
        sum += result
      }

      #expect(count == items)
      #expect(sum == (await feeder.value))
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `a chain of tasks passes one element on`(environment: TestEnvironment) async throws {
    let length = environment.size(10_000, inBubble: 10_000)
    try await environment.run(.count(2)) {
      let first = Channel<Int>()
      var last = first
      for _ in 0..<length {
        let (from, to) = (last, Channel<Int>())
        // The element at the end of the chain waits for it.
        Task {
          let element = await from.receive() ?? .min
          await to.send(element + 1)
        }
        last = to
      }

      await first.send(0)

      #expect(await last.receive() == length)
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `a prime sieve finds the primes`(environment: TestEnvironment) async throws {
    let known = [
      2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89,
      97,
    ]
    try await environment.run(.count(3)) {
      var filters: [Task<Void, Never>] = []
      var numbers = Channel<Int>()
      filters.append(
        Task { [numbers] in
          var number = 2
          while await numbers.send(number) { number += 1 }
        })
      var primes: [Int] = []
      for _ in known {
        let prime = try #require(await numbers.receive())
        primes.append(prime)
        let (from, to) = (numbers, Channel<Int>())
        filters.append(
          Task {
            while let number = await from.receive() {
              if number % prime != 0, await !to.send(number) { return }
            }
          })
        numbers = to
      }

      #expect(primes == known)
      for filter in filters { filter.cancel() }
      for filter in filters { await filter.value }
    }
  }
}
