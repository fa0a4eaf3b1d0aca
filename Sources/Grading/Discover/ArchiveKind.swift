/// The kinds of archives that a submission may come as.
package enum ArchiveKind: CaseIterable {
  case zip, tar, tarGzip

  private var suffixes: [String] {
    switch self {
    case .zip: [".zip"]
    case .tar: [".tar"]
    case .tarGzip: [".tar.gz", ".tgz"]
    }
  }

  /// The kind that a file's name promises, and the name without its ending.
  package static func of(_ file: String) -> (kind: ArchiveKind, stem: String)? {
    let lowercased = file.lowercased()
    for kind in allCases {
      for suffix in kind.suffixes where lowercased.hasSuffix(suffix) && file.count > suffix.count {
        return (kind, String(file.dropLast(suffix.count)))
      }
    }
    return nil
  }

  /// Whether a file is work all the same, but packed in a way that is not taken.
  static func isForeign(_ file: String) -> Bool {
    let others = [
      ".rar", ".7z", ".gz", ".bz2", ".tbz2", ".xz", ".txz", ".zst", ".swift", ".doc", ".docx",
      ".odt", ".pages", ".rtf",
    ]
    return others.contains { file.lowercased().hasSuffix($0) }
  }

  /// Lists the members, one name a line.
  func list(_ archive: String) -> [String] {
    switch self {
    case .zip: ["unzip", "-Z1", "--", archive]
    case .tar, .tarGzip: tar("-t", archive)
    }
  }

  /// Extracts the members that the file `wanted` names, into the current folder.
  func extract(_ archive: String, members: [String]) -> [String] {
    switch self {
    case .zip:
      ["unzip", "-qq", "-o", archive] + members.map(Self.escaped)
    case .tar, .tarGzip:
      tar("-x", archive)
        + ["--no-same-owner", "--no-same-permissions", "--no-wildcards", "--"] + members
    }
  }

  private func tar(_ action: String, _ archive: String) -> [String] {
    ["tar", action, self == .tarGzip ? "-zf" : "-f", archive, "--quoting-style=escape"]
  }

  /// `unzip` takes its members for patterns, and for options even behind the archive's name.
  ///
  /// What it lists in letters of another time is not what it looks for, and it has its own ways with
  /// backslashes: a pattern stands for both.
  private static func escaped(_ member: String) -> String {
    var pattern = ""
    for character in member {
      switch character {
      case "[", "]", "*", "?": pattern += "\\\(character)"
      case "\\": pattern += "?"
      case _ where character.isASCII: pattern.append(character)
      case _ where pattern.last != "*" || pattern.hasSuffix("\\*"): pattern += "*"
      default: break
      }
    }
    return pattern.hasPrefix("-") ? "[-]" + pattern.dropFirst() : pattern
  }
}
