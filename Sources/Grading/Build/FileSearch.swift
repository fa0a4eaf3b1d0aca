import GraderFormats

/// Finds the files that prevent a chapter from being built: each costs only its own exercise.
///
/// Files with errors are left out until the rest can be built. Then each is put back, and stays if
/// the chapter still builds: its errors only followed from another file's. A file that stays may be
/// what another one needs, so this is repeated a few times. With n files, there are at most 4n + 1
/// attempts; with one or two mistakes, hardly more than there are mistakes.
struct FileSearch {
  /// The student's files, in the course's order.
  var files: [String]

  /// The files to be judged; once all of them are known to be at fault, the rest need not be built.
  var wanted: Set<String>

  struct Result: Equatable {
    /// The files to leave out, each with the reasons.
    var leftOut: [String: [Diagnostic]] = [:]

    /// Why nothing can be built, whichever files are left out.
    var failure: [Diagnostic] = []
  }

  /// Looks for the files.
  ///
  /// - Parameter attempt: Builds the chapter without some files, and returns the errors; `nil` when
  ///   it builds.
  /// - Returns: The files. The last attempt that returned `nil` left out exactly these.
  func run(_ attempt: (Set<String>) throws -> [Diagnostic]?) rethrows -> Result {
    guard let first = try attempt([]) else { return Result() }
    var leftOut: [String: [Diagnostic]] = [:]
    var errors: [Diagnostic]? = first
    while let found = errors {
      let rest = files.filter { leftOut[$0] == nil }
      // All of the student's files are out, and the course's own do not build.
      if rest.isEmpty { return Result(failure: first) }
      let blamed = rest.filter { file in found.contains { $0.file == file } }
      // If no file is named, any may be at fault: putting them back shows which.
      for file in blamed.isEmpty ? rest : blamed { leftOut[file] = Self.words(found, on: file) }
      if leftOut.count == 1, wanted.isSubset(of: leftOut.keys) { return Result(leftOut: leftOut) }
      errors = try attempt(Set(leftOut.keys))
    }
    for _ in 0..<Self.rounds where leftOut.count > 1 {
      let before = leftOut.count
      for file in files where leftOut[file] != nil {
        let others = Set(leftOut.keys).subtracting([file])
        let found = others.isEmpty ? first : try attempt(others)
        leftOut[file] = found.map { Self.words($0, on: file) }
      }
      if leftOut.count == before { break }
    }
    return Result(leftOut: explained(leftOut, first))
  }

  /// How often the files that were left out are put back, one after the other.
  private static let rounds = 3

  private static func words(_ found: [Diagnostic], on file: String) -> [Diagnostic] {
    let own = found.filter { $0.file == file }
    if !own.isEmpty { return own }
    return found.map { diagnostic in
      var diagnostic = diagnostic
      if diagnostic.file.isEmpty { diagnostic.file = file }
      return diagnostic
    }
  }

  /// Adds, for a file that had no errors at first, which stubs it was compiled with later.
  private func explained(
    _ leftOut: [String: [Diagnostic]], _ first: [Diagnostic]
  ) -> [String: [Diagnostic]] {
    var explained = leftOut
    for (file, words) in leftOut where !first.contains(where: { $0.file == file }) {
      let others = files.filter { $0 != file && leftOut[$0] != nil }
      guard !others.isEmpty, var word = words.first, word.file == file else { continue }
      let names = others.joined(separator: ", ")
      let stubs = others.count == 1 ? "the stub" : "stubs"
      word.context = (word.context ?? []) + ["(seen with \(stubs) in place of your \(names))"]
      explained[file]?[0] = word
    }
    return explained
  }
}
