import CodeGuard
import RunFormats
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The main program that every chapter's tests are linked with.
///
/// It makes its code unchangeable before any of the student's code runs, and writes each record of
/// Swift Testing to the events file, with an authentication tag.
@main enum ChapterRunner {
  /// The entry point with which another program runs Swift Testing (its ABI version 0).
  private typealias EntryPoint =
    @convention(thin) @concurrent @Sendable (
      UnsafeRawBufferPointer?, @escaping @Sendable (UnsafeRawBufferPointer) -> Void
    ) async throws -> Bool

  private static let codeChanged = Array(
    #"{"kind":"event","payload":{"kind":"codeChanged"}}"#.utf8)

  static func main() async {
    guard let orders = Orders.received(), let mac = orders.mac else { _exit(ExitCode.noOrders) }
    let file = open(orders.eventsFile, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { _exit(ExitCode.cannotCreate) }
    let log = RecordLog(file: file, mac: mac)
    let isClosed = closeCode()
    let program = CommandLine.arguments[0]
    let configuration = UnsafeMutableRawBufferPointer.allocate(
      byteCount: orders.configuration.count, alignment: 1)
    configuration.copyBytes(from: orders.configuration)
    let run = unsafeBitCast(entryPoint(), to: EntryPoint.self)
    let isGood = try? await run(UnsafeRawBufferPointer(configuration)) { record in
      // Checked when a test or the run has ended, because the change must still be there then.
      if !isClosed, String(decoding: record, as: UTF8.self).contains(#"Ended""#),
        code_guard_is_changed(program)
      {
        log.add(codeChanged)
      }
      log.add(record)
    }
    // Not `exit`, which would run the exit handlers of students' code.
    _exit(isGood == true ? 0 : 1)
  }

  /// Makes the code unchangeable, and returns whether that worked.
  private static func closeCode() -> Bool {
    guard code_guard_close() else { return false }
    // If the sandbox has a writable /proc, the code is still writable, too.
    let memory = open("/proc/self/mem", O_RDWR | O_CLOEXEC)
    if memory >= 0 { close(memory) }
    return memory < 0
  }
}

@_silgen_name("swt_abiv0_getEntryPoint") private func entryPoint() -> UnsafeRawPointer

/// As in `sysexits.h`.
enum ExitCode {
  static let noOrders: Int32 = 64
  static let cannotCreate: Int32 = 73
  static let cannotWrite: Int32 = 74
}
