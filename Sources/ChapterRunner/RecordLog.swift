import RunFormats

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The events file: each record is a line, preceded by its authentication tag; see `MAC`.
final class RecordLog: @unchecked Sendable {
  private let file: Int32
  private let mac: MAC
  private var number = 0
  private var lock = pthread_mutex_t()

  init(file: Int32, mac: MAC) {
    self.file = file
    self.mac = mac
    pthread_mutex_init(&lock, nil)
  }

  func add(_ record: some Sequence<UInt8>) {
    let bytes = record.filter { $0 != UInt8(ascii: "\n") }
    pthread_mutex_lock(&lock)
    defer { pthread_mutex_unlock(&lock) }
    var rest = mac.line(bytes, number: number)
    number += 1
    while !rest.isEmpty {
      let count = write(file, rest, rest.count)
      if count <= 0 { _exit(ExitCode.cannotWrite) }
      rest.removeFirst(count)
    }
  }
}
