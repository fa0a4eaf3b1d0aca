import RunFormats

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Orders {
  /// Reads the orders from the standard input, and then closes it; `nil` when there are none.
  static func received() -> Orders? {
    var input: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count <= 0 { break }
      input += buffer[..<count]
    }
    close(STDIN_FILENO)
    _ = open("/dev/null", O_RDONLY)
    return Orders(input)
  }
}
