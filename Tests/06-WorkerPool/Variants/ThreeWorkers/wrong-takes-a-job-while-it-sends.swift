// wrong: a worker takes the next job while its result is being sent
// rejected by: a worker that cannot send takes no other job as wrong

public import Channels

/// Shares `jobs` among workers, sends `work(job)` to `results` for each, and closes `results`.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  let queue = Channel<Int>()
  await withTaskGroup { group in
    for _ in 0..<workers {
      group.addTask {
        await withTaskGroup { sends in
          for await job in queue {
            let result = await work(job)
            sends.addTask { _ = await results.send(result) }
          }
        }
      }
    }
    for job in jobs {
      await queue.send(job)
    }
    queue.close()
  }
  results.close()
}
