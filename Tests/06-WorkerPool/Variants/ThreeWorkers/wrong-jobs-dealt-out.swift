// wrong: deals the jobs out beforehand, so that some wait behind a slow one
// rejected by: a slow job holds up no other as wrong

public import Channels

/// Shares `jobs` among workers.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  await withTaskGroup { group in
    for number in 0..<workers {
      group.addTask {
        for index in stride(from: number, to: jobs.count, by: workers) {
          await results.send(await work(jobs[index]))
        }
      }
    }
  }
  results.close()
}
