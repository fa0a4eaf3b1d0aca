/// Where the files lie that tests read.
enum Fixtures {
  static let folder = "\(package)/Tests/GraderTests/Fixtures"
  static let tinyCourse = folder + "/TinyCourse"

  /// The folder with `Package.swift`.
  static let package = String(#filePath.dropLast("/Tests/GraderTests/Fixtures.swift".count))
}
