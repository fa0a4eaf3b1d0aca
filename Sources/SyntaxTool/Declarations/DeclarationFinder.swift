import SwiftParser
import SwiftSyntax

/// Lists the public declarations of a source, each with its doc comment.
final class DeclarationFinder: SyntaxAnyVisitor {
  private var found: [PublicDeclaration] = []

  /// All public declarations of a source, from top to bottom.
  static func all(in source: String) -> [PublicDeclaration] {
    let finder = DeclarationFinder(viewMode: .sourceAccurate)
    finder.walk(Parser.parse(source: source))
    return finder.found
  }

  override func visitAny(_ node: Syntax) -> SyntaxVisitorContinueKind {
    // Declarations inside a body or a value cannot be used from outside.
    let isBody =
      node.is(CodeBlockSyntax.self) || node.is(AccessorBlockSyntax.self)
      || node.is(ClosureExprSyntax.self)
    if isBody { return .skipChildren }
    if let declaration = node.asProtocol((any DeclSyntaxProtocol).self), declaration.isPublic {
      found.append(
        PublicDeclaration(comment: declaration.docComment, signature: declaration.signature))
    }
    return .visitChildren
  }
}

extension DeclSyntaxProtocol {
  /// Whether other modules see it, because of its own modifier or that of the type around it.
  fileprivate var isPublic: Bool {
    // The modifier of an extension is that of its members, and an import declares nothing.
    if self.is(ImportDeclSyntax.self) || self.is(ExtensionDeclSyntax.self) { return false }
    guard let modifiers = asProtocol((any WithModifiersSyntax).self)?.modifiers else {
      return false
    }
    if let access = modifiers.access { return access.isPublic }
    let around = parent?.ancestorOrSelf { $0.asProtocol((any DeclGroupSyntax).self) }
    guard let around else { return false }
    if around.is(ExtensionDeclSyntax.self) { return around.modifiers.access?.isPublic == true }
    // Cases and requirements have no modifier of their own.
    return (self.is(EnumCaseDeclSyntax.self) || around.is(ProtocolDeclSyntax.self))
      && around.isPublic
  }

  /// The lines with `///` right above it.
  fileprivate var docComment: [String] {
    var lines: [String] = []
    for piece in leadingTrivia {
      switch piece {
      case .docLineComment(let line): lines.append(line)
      case .newlines(1), .carriageReturnLineFeeds(1), .spaces, .tabs: break
      // An empty line or another comment ends the doc comment.
      default: lines = []
      }
    }
    return lines
  }

  /// The code up to its body, its members or its accessors, on one line and without comments.
  fileprivate var signature: String {
    let bodies: [(any SyntaxProtocol)?] = [
      asProtocol((any WithOptionalCodeBlockSyntax).self)?.body,
      asProtocol((any DeclGroupSyntax).self)?.memberBlock,
      self.as(SubscriptDeclSyntax.self)?.accessorBlock,
      self.as(VariableDeclSyntax.self)?.bindings.last?.accessorBlock,
    ]
    let end = bodies.compactMap { $0?.position }.first ?? endPosition
    var text = ""
    var hasGap = false
    for token in tokens(viewMode: .sourceAccurate) where token.position < end {
      if !text.isEmpty, hasGap || !token.leadingTrivia.isEmpty { text += " " }
      text += token.text
      hasGap = !token.trailingTrivia.isEmpty
    }
    return text
  }
}

extension DeclModifierListSyntax {
  /// The access level of a declaration, not that of its setter.
  fileprivate var access: Keyword? {
    let levels: [Keyword] = [.private, .fileprivate, .internal, .package, .public, .open]
    return lazy.filter { $0.detail == nil }
      .compactMap { modifier in levels.first { modifier.name.tokenKind == .keyword($0) } }.first
  }
}

extension Keyword {
  fileprivate var isPublic: Bool { self == .public || self == .open }
}
