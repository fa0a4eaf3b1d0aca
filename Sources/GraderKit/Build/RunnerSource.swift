/// The main program that every chapter's tests are linked with.
///
/// It takes its orders and the key of its records from standard input, before any student's code
/// runs, so that neither can be read from the process's arguments or environment. Each record goes
/// to the events file with its mark in front; see `Seal`.
enum RunnerSource {
  static let text = """
    import CourseModel
    import Testing
    #if canImport(Glibc)
    import Glibc
    #else
    import Darwin
    #endif

    @_silgen_name("swt_abiv0_getEntryPoint") func entryPoint() -> UnsafeRawPointer

    typealias EntryPoint = @convention(thin) @concurrent @Sendable (
      UnsafeRawBufferPointer?, @escaping @Sendable (UnsafeRawBufferPointer) -> Void
    ) async throws -> Bool

    final class Log: @unchecked Sendable {
      private let file: Int32
      private let seal: Seal
      private var number = 0
      private var lock = pthread_mutex_t()

      init(file: Int32, seal: Seal) {
        self.file = file
        self.seal = seal
        pthread_mutex_init(&lock, nil)
      }

      func add(_ record: UnsafeRawBufferPointer) {
        let bytes = record.filter { $0 != 10 }
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        let line = Array(seal.mark(bytes, number: number).utf8) + [32] + bytes + [10]
        number += 1
        var written = 0
        while written < line.count {
          let count = line.withUnsafeBytes { write(file, $0.baseAddress! + written, $0.count - written) }
          if count <= 0 { _exit(74) }
          written += count
        }
      }
    }

    #if canImport(Glibc)
    /// Whether code in memory is not that of its file: the program's own, the testing library's or
    /// the standard library's, which the verdicts depend on.
    func isCodeChanged(of program: String) -> Bool {
      guard let maps = fopen("/proc/self/maps", "r") else { return false }
      defer { fclose(maps) }
      var line = [CChar](repeating: 0, count: 8192)
      while fgets(&line, 8192, maps) != nil {
        let isWanted = strstr(line, program) != nil || strstr(line, "/libTesting.so") != nil
          || strstr(line, "/libswiftCore.so") != nil
        guard isWanted else { continue }
        // address rights offset device inode path
        let text = line.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        let fields = text.split(maxSplits: 5) { $0 == " " || $0 == "\\n" }
        guard fields.count == 6, fields[1].contains("x") else { continue }
        let path = String(fields[5].drop { $0 == " " }.dropLast())
        let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
        guard ends.count == 2, let offset = Int(fields[2], radix: 16),
          let memory = UnsafeRawPointer(bitPattern: ends[0])
        else { continue }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { continue }
        defer { close(file) }
        let size = Int(ends[1] - ends[0])
        guard let original = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, offset),
          original != MAP_FAILED
        else { continue }
        defer { munmap(original, size) }
        if fields[1].contains("w") || memcmp(memory, original, size) != 0 { return true }
      }
      return false
    }
    #endif

    @main struct Runner {
      static func main() async {
        var input: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
          let count = read(0, &buffer, buffer.count)
          if count <= 0 { break }
          input += buffer[..<count]
        }
        close(0)
        _ = open("/dev/null", O_RDONLY)
        let parts = input.split(separator: 10, maxSplits: 2).map { String(decoding: $0, as: UTF8.self) }
        input.removeAll()
        guard parts.count == 3, let seal = Seal(parts[0]) else { _exit(64) }
        let file = open(parts[1], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { _exit(73) }
        let log = Log(file: file, seal: seal)
        let orders = Array(parts[2].utf8)
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: orders.count, alignment: 1)
        memory.copyBytes(from: orders)
        let run = unsafeBitCast(entryPoint(), to: EntryPoint.self)
        let program = CommandLine.arguments[0]
        let changed = Array(#"{"kind":"event","payload":{"kind":"codeChanged"}}"#.utf8)
        let isGood = try? await run(UnsafeRawBufferPointer(memory)) { record in
          #if canImport(Glibc)
          // Looked at when a test or the run has ended, while the change must still be there.
          let text = String(decoding: record, as: UTF8.self)
          if text.contains("Ended\\""), isCodeChanged(of: program) {
            changed.withUnsafeBytes { log.add($0) }
          }
          #endif
          log.add(record)
        }
        // Not `exit`, which would run what students' code has left to be run.
        _exit(isGood == true ? 0 : 1)
      }
    }
    """
}
