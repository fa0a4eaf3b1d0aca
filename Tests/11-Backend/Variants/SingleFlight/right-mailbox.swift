// right: a mailbox for each key: a caller takes the answer out and puts it back for the next one

import Channels
import Synchronization

public final class SingleFlight: Sendable {
  private typealias Answer = Result<String, any Error>

  private let load: @Sendable (String) async throws -> String
  private let mailboxes = Mutex<[String: Channel<Answer>]>([:])

  public init(load: @escaping @Sendable (_ key: String) async throws -> String) {
    self.load = load
  }

  public func value(for key: String) async throws -> String {
    let mailbox = mailboxes.withLock { mailboxes in
      if let mailbox = mailboxes[key] { return mailbox }
      let mailbox = Channel<Answer>(capacity: 1)
      mailboxes[key] = mailbox
      Task { await fill(mailbox, for: key) }
      return mailbox
    }
    let answer = await select {
      Receive(from: mailbox)
      Cancelled { Answer?.none }
    }
    guard let answer else { throw CancellationError() }
    _ = mailbox.trySend(answer)  // there is room: it was the only one
    return try answer.get()
  }

  private func fill(_ mailbox: Channel<Answer>, for key: String) async {
    let answer: Answer
    do { answer = .success(try await load(key)) } catch {
      answer = .failure(error)
      mailboxes.withLock { $0[key] = nil }
    }
    _ = mailbox.trySend(answer)
  }
}
