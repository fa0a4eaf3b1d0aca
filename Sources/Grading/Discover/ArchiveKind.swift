/// The kinds of archives that a submission may be.
package enum ArchiveKind: CaseIterable {
  case zip, tar, tarGzip

  private var suffixes: [String] {
    switch self {
    case .zip: [".zip"]
    case .tar: [".tar"]
    case .tarGzip: [".tar.gz", ".tgz"]
    }
  }

  /// The kind that a file's extension says, and the name without the extension.
  package static func of(_ file: String) -> (kind: ArchiveKind, stem: String)? {
    let lowercased = file.lowercased()
    for kind in allCases {
      for suffix in kind.suffixes where lowercased.hasSuffix(suffix) && file.count > suffix.count {
        return (kind, String(file.dropLast(suffix.count)))
      }
    }
    return nil
  }

  /// Whether a file is probably someone's work, but in a format that is not accepted.
  static func isForeign(_ file: String) -> Bool {
    let others = [
      ".rar", ".7z", ".gz", ".bz2", ".tbz2", ".xz", ".txz", ".zst", ".swift", ".doc", ".docx",
      ".odt", ".pages", ".rtf",
    ]
    return others.contains { file.lowercased().hasSuffix($0) }
  }

  /// The command that lists the members, one name per line.
  func list(_ archive: String) -> [String] {
    switch self {
    case .zip: ["unzip", "-Z1", "--", archive]
    case .tar, .tarGzip: tar("-t", archive)
    }
  }

  /// The command that extracts these members into the current folder.
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

  /// A pattern that matches a member, because `unzip` reads members as patterns, and as options if
  /// they begin with `-`.
  ///
  /// Wildcards stand for backslashes, and for letters outside of ASCII: of these, `unzip` may list
  /// others than it looks for.
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
