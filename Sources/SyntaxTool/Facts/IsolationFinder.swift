import SwiftSyntax

/// Finds the async functions of actors, each with whether it is `nonisolated`.
///
/// The compiler's list of declarations leaves that word out, but it changes how the function must
/// be called.
final class IsolationFinder: SyntaxVisitor {
  private struct Function {
    /// The names of the types around it; an extension counts as the type that it names.
    var types: [String]
    var isNonisolated: Bool
    var name: String
    var position: AbsolutePosition
  }

  private var types: [String] = []
  private var declared: Set<String> = []
  private var actors: Set<String> = []
  private var freedExtensions = 0
  private var functions: [Function] = []

  /// The functions of `given`'s actors that are isolated otherwise in `source`, as they stand there.
  ///
  /// All functions of such a name count, also those that are not compiled: which of them are, only the
  /// compiler knows.
  static func changes(
    in source: SourceFileSyntax, given: SourceFileSyntax
  ) -> [(text: String, position: AbsolutePosition)] {
    let (found, expected) = (IsolationFinder(source), IsolationFinder(given))
    let wanted = expected.functions.filter { function in
      function.types.last.map(expected.actors.contains) ?? false
    }
    return found.functions.compactMap { function in
      guard
        let other = wanted.first(where: {
          $0.name == function.name && found.mayBe(function, of: $0)
        }),
        other.isNonisolated != function.isNonisolated
      else { return nil }
      return ((function.isNonisolated ? "nonisolated " : "") + function.name, function.position)
    }
  }

  /// Whether a function of this file may belong to the type of another one.
  ///
  /// An extension may call that type by an alias; what the file itself declares is no alias.
  private func mayBe(_ function: Function, of other: Function) -> Bool {
    guard let type = function.types.last else { return false }
    return type == other.types.last || !declared.contains(type)
  }

  private init(_ file: SourceFileSyntax) {
    super.init(viewMode: .sourceAccurate)
    walk(file)
  }

  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
    actors.insert(node.name.plain)
    return enter(node.name)
  }
  override func visitPost(_ node: ActorDeclSyntax) { types.removeLast() }

  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
  override func visitPost(_ node: ClassDeclSyntax) { types.removeLast() }

  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
  override func visitPost(_ node: EnumDeclSyntax) { types.removeLast() }

  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
  override func visitPost(_ node: ProtocolDeclSyntax) { types.removeLast() }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
  override func visitPost(_ node: StructDeclSyntax) { types.removeLast() }

  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
    let name = Array(node.extendedType.tokens(viewMode: .sourceAccurate)).last { $0.isName }
    types.append(name?.plain ?? "")
    if Self.isFree(node.modifiers) { freedExtensions += 1 }
    return .visitChildren
  }
  override func visitPost(_ node: ExtensionDeclSyntax) {
    types.removeLast()
    if Self.isFree(node.modifiers) { freedExtensions -= 1 }
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    guard node.signature.effectSpecifiers?.asyncSpecifier != nil else { return .skipChildren }
    let labels = node.signature.parameterClause.parameters.map { "\($0.firstName.plain):" }.joined()
    functions.append(
      Function(
        types: types, isNonisolated: freedExtensions > 0 || Self.isFree(node.modifiers),
        name: "func \(node.name.plain)(\(labels))",
        position: node.name.positionAfterSkippingLeadingTrivia))
    return .skipChildren
  }

  private func enter(_ name: TokenSyntax) -> SyntaxVisitorContinueKind {
    types.append(name.plain)
    declared.insert(name.plain)
    return .visitChildren
  }

  private static func isFree(_ modifiers: DeclModifierListSyntax) -> Bool {
    modifiers.contains { $0.name.text == "nonisolated" && $0.detail == nil }
  }
}

extension TokenSyntax {
  fileprivate var isName: Bool {
    if case .identifier = tokenKind { true } else { false }
  }
}
