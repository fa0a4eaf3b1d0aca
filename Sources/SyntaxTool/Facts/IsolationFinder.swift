import SwiftSyntax

/// Finds the async functions of actors, each with whether it is `nonisolated`.
///
/// The compiler's list of declarations leaves that word out, but it changes how the function must
/// be called.
final class IsolationFinder: SyntaxVisitor {
  private struct Function {
    var isNonisolated: Bool
    var name: String
    var position: AbsolutePosition
  }

  private var types: [String] = []
  private var actors: Set<String> = []
  private var functions: [String: Function] = [:]

  /// The functions of `given`'s actors that are isolated in another way in `source`.
  static func changes(
    in source: SourceFileSyntax, given: SourceFileSyntax
  ) -> [(text: String, position: AbsolutePosition)] {
    let (found, expected) = (IsolationFinder(source), IsolationFinder(given))
    return found.functions.compactMap { path, function in
      guard let other = expected.functions[path], other.isNonisolated != function.isNonisolated,
        expected.actors.contains(where: { path.hasPrefix($0 + ".") })
      else { return nil }
      return ((function.isNonisolated ? "nonisolated " : "") + function.name, function.position)
    }
  }

  private init(_ file: SourceFileSyntax) {
    super.init(viewMode: .sourceAccurate)
    walk(file)
  }

  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
    types.append(node.name.text)
    actors.insert(types.joined(separator: "."))
    return .visitChildren
  }
  override func visitPost(_ node: ActorDeclSyntax) { types.removeLast() }

  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
    types.append(node.name.text)
    return .visitChildren
  }
  override func visitPost(_ node: ClassDeclSyntax) { types.removeLast() }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
    types.append(node.name.text)
    return .visitChildren
  }
  override func visitPost(_ node: StructDeclSyntax) { types.removeLast() }

  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
    types.append(node.extendedType.trimmedDescription)
    return .visitChildren
  }
  override func visitPost(_ node: ExtensionDeclSyntax) { types.removeLast() }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    guard node.signature.effectSpecifiers?.asyncSpecifier != nil else { return .skipChildren }
    let labels = node.signature.parameterClause.parameters.map { "\($0.firstName.text):" }.joined()
    let name = "func \(node.name.text)(\(labels))"
    let path = (types + [name]).joined(separator: ".")
    functions[path] = Function(
      isNonisolated: node.modifiers.contains { $0.name.text == "nonisolated" && $0.detail == nil },
      name: name, position: node.name.positionAfterSkippingLeadingTrivia)
    return .skipChildren
  }
}
