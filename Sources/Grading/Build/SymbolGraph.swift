import Foundation
import GraderFormats

/// What the compiler writes about a module's declarations, as far as the grader needs it.
struct SymbolGraph: Decodable {
  struct Symbol: Decodable {
    struct Identifier: Decodable {
      var precise: String
    }
    struct Fragment: Decodable {
      var kind: String
      var spelling: String
    }
    struct Location: Decodable {
      struct Position: Decodable {
        var line: Int
      }
      var uri: String
      var position: Position
    }
    var identifier: Identifier
    var pathComponents: [String]
    var declarationFragments: [Fragment]
    var accessLevel: String
    var location: Location?
  }
  struct Relationship: Decodable {
    var kind: String
    var source: String
    var target: String
    var targetFallback: String?
  }

  var symbols: [Symbol]
  var relationships: [Relationship]

  /// The compiler's options that make it write the graphs of a module.
  ///
  /// - Parameters:
  ///   - folder: The existing folder to write them into.
  ///   - access: The least access level of what is listed.
  /// - Returns: The options.
  static func options(folder: String, access: String) -> [String] {
    [
      "-emit-symbol-graph", "-emit-symbol-graph-dir", folder,
      "-symbol-graph-minimum-access-level", access, "-symbol-graph-skip-synthesized-members",
    ]
  }

  /// More than any honest chapter needs.
  private static let sizeLimit = 16 << 20

  /// What a module declares, in the order of its files.
  ///
  /// - Parameters:
  ///   - module: The module.
  ///   - folder: The folder of its graphs: its own, and one for each module whose types it extends.
  /// - Returns: Everything with a place in a source file.
  static func declarations(of module: String, in folder: String) -> [Declaration] {
    graphs(of: module, in: folder)
      .compactMap { Files.plainContent($0, upTo: sizeLimit) }
      .compactMap { try? JSONDecoder().decode(SymbolGraph.self, from: $0) }
      .flatMap(\.declarations)
      .sorted { ($0.file, $0.line, $0.name) < ($1.file, $1.line, $1.name) }
  }

  /// Whether a module declares so much that `declarations` does not read all of it.
  static func isTooLong(of module: String, in folder: String) -> Bool {
    graphs(of: module, in: folder).contains { graph in
      let attributes = try? FileManager.default.attributesOfItem(atPath: graph)
      return (attributes?[.size] as? Int ?? 0) > sizeLimit
    }
  }

  private static func graphs(of module: String, in folder: String) -> [String] {
    Files.entries(of: folder).filter {
      $0 == "\(module).symbols.json" || $0.hasPrefix("\(module)@") && $0.hasSuffix(".symbols.json")
    }
    .map { "\(folder)/\($0)" }
  }

  private var declarations: [Declaration] {
    var conformances: [String: Set<String>] = [:]
    for relationship in relationships where relationship.kind == "conformsTo" {
      let name = relationship.targetFallback?.split(separator: ".").last.map(String.init)
      // Every Sendable type conforms to this, too, and no one writes it.
      if name == "SendableMetatype" { continue }
      conformances[relationship.source, default: []].insert(name ?? relationship.target)
    }
    return symbols.compactMap { symbol in
      guard let location = symbol.location else { return nil }
      return Declaration(
        id: symbol.identifier.precise, path: symbol.pathComponents,
        text: symbol.declarationFragments.map(\.spelling).joined().split(
          whereSeparator: \.isWhitespace
        ).joined(separator: " "),
        words: Self.words(symbol.declarationFragments),
        conformances: conformances[symbol.identifier.precise] ?? [],
        isPublic: ["public", "open"].contains(symbol.accessLevel),
        file: String(location.uri.split(separator: "/").last ?? ""),
        line: location.position.line + 1)
    }
  }

  /// The keywords and attributes; a global actor's name with a capital, which no other attribute has.
  private static func words(_ fragments: [Symbol.Fragment]) -> Set<String> {
    Set(
      fragments.indices.compactMap { index in
        let fragment = fragments[index]
        let isActor = index > 0 && fragments[index - 1].spelling == "@"
        guard fragment.kind == "keyword" || fragment.kind == "attribute" else { return nil }
        return isActor
          ? "@" + fragment.spelling.prefix(1).uppercased() + fragment.spelling.dropFirst()
          : fragment.spelling
      })
  }
}
