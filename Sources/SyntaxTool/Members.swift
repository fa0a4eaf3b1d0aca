import SwiftSyntax

/// The functions, initializers and properties of a file and its types, except for those in bodies.
final class Members: SyntaxVisitor {
  private var found: [DeclSyntax] = []

  static func all(in file: SourceFileSyntax) -> [DeclSyntax] {
    let members = Members(viewMode: .sourceAccurate)
    members.walk(file)
    return members.found
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { add(node) }
  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind { add(node) }
  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind { add(node) }

  private func add(_ node: some DeclSyntaxProtocol) -> SyntaxVisitorContinueKind {
    found.append(DeclSyntax(node))
    return .skipChildren
  }
}
