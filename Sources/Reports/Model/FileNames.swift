import Foundation
import GraderFormats

/// File names for submissions, which may have any name.
enum FileNames {
  /// A name for each submission, distinct and safe on every file system.
  ///
  /// Letters, digits, `.`, `_` and `-` stay; everything else becomes `-`. If names would differ
  /// only in upper and lower case, they get a number.
  static func distinct(for names: [String]) -> [String] {
    names.map(safe).distinct
  }

  /// Names that Windows reserves for devices.
  private static let reserved: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  private static func safe(_ name: String) -> String {
    var safe = ""
    for character in name.precomposedStringWithCanonicalMapping {
      let isKept = character.isLetter || character.isNumber || "._-".contains(character)
      if isKept, safe.utf8.count + character.utf8.count <= 100 {
        safe.append(character)
      } else if !isKept, safe.last != "-" {
        safe.append("-")
      }
    }
    // No hidden file, nothing that looks like an option, no trailing dot.
    safe = safe.trimmingCharacters(in: CharacterSet(charactersIn: ".-"))
    let stem = safe.prefix { $0 != "." }.lowercased()
    if safe.isEmpty { return "submission" }
    return reserved.contains(stem) ? "_" + safe : safe
  }
}
