import Foundation

/// Reads and writes `results.json`: with sorted keys, without dates, and never incomplete.
extension Results {
  /// Reads the results of an earlier run.
  ///
  /// - Parameter path: A `results.json` or the folder it is in.
  /// - Returns: The results.
  /// - Throws: `UsageError` when there are none.
  package static func read(_ path: String) throws -> Results {
    let file = Files.isFolder(path) ? path + "/results.json" : path
    guard let data = FileManager.default.contents(atPath: file) else {
      throw UsageError(
        "\(file) cannot be read: give the -o folder of a run that has ended, or its results.json")
    }
    guard let results = try? JSONDecoder().decode(Results.self, from: data),
      results.schema == "grade/1"
    else {
      throw UsageError("\(file) is not a results.json of this grader (schema grade/1)")
    }
    return results
  }

  /// Writes them into a folder.
  package func write(to folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(self) + [UInt8(ascii: "\n")]
    try Files.write(data, to: folder + "/results.json")
  }
}
