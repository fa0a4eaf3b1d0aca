internal import CBubbleRuntime

/// A block that a program in a bubble wants to run on a queue of Dispatch at a later time.
final class DelayedBlock: @unchecked Sendable {
  // `@unchecked`: only the run's thread uses it.
  private var block: OpaquePointer?

  init(_ block: OpaquePointer) {
    self.block = block
  }

  deinit {
    if let block { delayed_block_drop(block) }
  }

  /// Hands the block to its queue; the mailbox counts it until it has run there.
  func start(_ mailbox: Mailbox) {
    guard let block else { return }
    self.block = nil
    mailbox.blockBegins()
    delayed_block_start(
      block, { Unmanaged<Mailbox>.fromOpaque($0).takeRetainedValue().blockEnds() },
      Unmanaged.passRetained(mailbox).toOpaque())
  }
}

extension BubbleRun {
  /// Starts a block of Dispatch after a delay in virtual time.
  func start(_ block: DelayedBlock, after delay: Duration) {
    hasStartedBlocks = true
    startTimer(after: delay, .call { [mailbox] in block.start(mailbox) })
  }
}
