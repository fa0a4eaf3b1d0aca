import Foundation

/// Writes `results.json`: sorted, without times of day, and never half.
enum ResultsFile {
  static func write(_ results: Results, to folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(results)
    data.append(UInt8(ascii: "\n"))
    try Files.write(data, to: folder + "/results.json")
  }
}
