/// The code of a test, as opposed to the code that it tests.
struct TestSource: Sendable {
  /// The folder that the test's file is in, as it was given to the compiler.
  private let folder: Substring
  private let module: Substring

  /// The code around a test.
  ///
  /// - Parameters:
  ///   - path: The file of the test.
  ///   - module: The module that it belongs to.
  init(path: String, module: String) {
    folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    self.module = module[...]
  }

  /// Whether a frame of the program belongs to the test, and not to what is tested.
  func contains(_ frame: ProgramFrame) -> Bool {
    guard let path = frame.place?.path else { return frame.module.map { $0 == module } ?? false }
    // The compiler may have been given a relative path; debug information has the whole path.
    return path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex).hasSuffix(folder)
  }
}
