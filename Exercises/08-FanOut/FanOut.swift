public import Channels

/// Starts workers that share one queue of jobs; each worker has its own output channel.
///
/// A free worker takes the next job, so a slow job does not hold up the other workers. The worker
/// sends each result on its own output, and takes another job only when that result has been
/// received. If nobody reads an output, only its own worker waits.
///
/// Once `jobs` is closed and empty, each worker finishes its current job, sends the result, and
/// then closes its own output at once. It does not wait for the other workers.
///
///     let outputs = fanOut(crates, workers: 2) { await weigh($0) }
///     // outputs[0]: 310, 95, then closed; outputs[1]: 120, then closed
///
/// - Parameters:
///   - jobs: The queue; some jobs may arrive late.
///   - workers: How many workers there are; at least one.
///   - work: Turns a job into its result; called once for each job.
/// - Returns: One output for each worker; the function returns them at once, and the workers go on
///   in the background.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>() }

  // TODO(8.1): Which task takes jobs for an output, and how does it know that it has finished?

  return outputs.map(\.receiveOnly)
}
