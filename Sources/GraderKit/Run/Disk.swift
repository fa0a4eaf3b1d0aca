import Foundation

/// How much room there is for what grading writes.
enum Disk {
  /// What every step of grading must find free, so that what fails did not fail for lack of it.
  static let needed = 64

  /// The megabytes that are free where a folder lies; `nil` when the system does not tell.
  static func freeMegabytes(at folder: String) -> Int? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    return Int((UInt64(status.f_bavail) * UInt64(status.f_frsize)) >> 20)
  }

  /// Makes sure that a failure was not the machine's.
  ///
  /// - Throws: `GradingTrouble` when hardly any room is left.
  static func makeSureThereIsRoom(at folder: String) throws {
    guard let free = freeMegabytes(at: folder), free < needed else { return }
    throw GradingTrouble(
      "the disk is full: \(free) MB are left for \(folder), and \(needed) are needed")
  }
}
