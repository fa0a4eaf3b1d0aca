import GraderFormats

/// Merges the results of several runs as if they were one run.
enum Merging {
  /// Reads the folders' results.
  ///
  /// - Throws: `UsageError` when they do not fit together.
  static func results(of folders: [String]) throws -> Results {
    var merged: Results?
    for folder in folders {
      let part = try Results.read(folder)
      guard var whole = merged else {
        merged = part
        continue
      }
      guard part.course.version == whole.course.version,
        part.course.maxScore == whole.course.maxScore
      else {
        throw UsageError(
          "\(folder) was graded against another course than \(folders[0]), or another part of it: "
            + "grade all parts of the class with the same course and options")
      }
      let names = Set(whole.submissions.map(\.name))
      if let twice = part.submissions.first(where: { names.contains($0.name) }) {
        throw UsageError("\(folder) has \(twice.name.printable), which is in another part, too")
      }
      whole.submissions += part.submissions
      merged = whole
    }
    guard var merged else { throw UsageError("merge needs at least one folder") }
    merged.submissions.sort { $0.name < $1.name }
    merged.shard = nil
    return merged
  }

  /// The parts of the class that no folder has, such as `3/3`.
  ///
  /// - Throws: `UsageError` when the class was not divided in the same way for all.
  static func missingParts(of folders: [String]) throws -> [String] {
    let shards = try folders.compactMap { try Results.read($0).shard }
      .map { try Shard($0) }
    guard let first = shards.first else { return [] }
    if let other = shards.first(where: { $0.count != first.count }) {
      throw UsageError(
        "one folder is a part of \(first.count), another of \(other.count): "
          + "grade all with the same N in --shard I/N")
    }
    let present = Set(shards.map(\.number))
    return (1...first.count).filter { !present.contains($0) }.map { "\($0)/\(first.count)" }
  }
}
