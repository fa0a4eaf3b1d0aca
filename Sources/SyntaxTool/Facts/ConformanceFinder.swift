import SwiftSyntax

/// Finds extensions that make a type from elsewhere conform to a protocol from elsewhere.
///
/// Such a conformance holds in the whole program: it can change how tests print and compare a
/// number.
final class ConformanceFinder: SyntaxVisitor {
  private struct Extension {
    var type: String
    var protocols: [String]
    var position: AbsolutePosition
  }

  private var around: [String] = []
  private var types: Set<String> = []
  private var extensions: [Extension] = []

  /// How many `#if` are open: what such a condition leaves out is not declared by the file.
  private var conditions = 0

  /// Protocols of the file that inherit from no other.
  private var plainProtocols: Set<String> = []

  /// What each such extension declares, as in `Swift.Int: CustomStringConvertible`.
  static func foreign(
    in file: SourceFileSyntax
  ) -> [(text: String, position: AbsolutePosition)] {
    let finder = ConformanceFinder(viewMode: .sourceAccurate)
    finder.walk(file)
    return finder.extensions.compactMap { found in
      let foreign = found.protocols.filter { !finder.plainProtocols.contains($0) }
      guard !finder.types.contains(found.type), !foreign.isEmpty else { return nil }
      return ("\(found.type): \(foreign.joined(separator: ", "))", found.position)
    }
  }

  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
    let type = Self.text(node.extendedType)
    let protocols = node.inheritanceClause?.inheritedTypes.map { Self.text($0.type) } ?? []
    extensions.append(
      Extension(
        type: type, protocols: protocols,
        position: node.extensionKeyword.positionAfterSkippingLeadingTrivia))
    around.append(type)
    return .visitChildren
  }
  override func visitPost(_ node: ExtensionDeclSyntax) { around.removeLast() }

  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
    if conditions == 0, node.inheritanceClause == nil, node.genericWhereClause == nil {
      plainProtocols.insert((around + [node.name.plain]).joined(separator: "."))
    }
    return .skipChildren
  }

  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
  override func visitPost(_ node: ActorDeclSyntax) { around.removeLast() }

  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
  override func visitPost(_ node: ClassDeclSyntax) { around.removeLast() }

  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
  override func visitPost(_ node: EnumDeclSyntax) { around.removeLast() }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
  override func visitPost(_ node: StructDeclSyntax) { around.removeLast() }

  override func visit(_ node: IfConfigDeclSyntax) -> SyntaxVisitorContinueKind {
    conditions += 1
    return .visitChildren
  }
  override func visitPost(_ node: IfConfigDeclSyntax) { conditions -= 1 }

  // Types inside code cannot be extended, and may have the same name as another type.
  override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: SwitchCaseSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  private func enter(_ name: TokenSyntax) -> SyntaxVisitorContinueKind {
    around.append(name.plain)
    if conditions == 0 { types.insert(around.joined(separator: ".")) }
    return .visitChildren
  }

  /// The names in a type, without attributes and spaces.
  private static func text(_ type: TypeSyntax) -> String {
    let named = type.as(AttributedTypeSyntax.self)?.baseType ?? type
    return named.tokens(viewMode: .sourceAccurate).map(\.plain).joined()
  }
}
