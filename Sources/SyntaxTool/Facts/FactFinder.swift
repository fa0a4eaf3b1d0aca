import SwiftParser
import SwiftSyntax

/// Lists the names and other facts of a source, as the parser sees it: comments, backticks and line
/// breaks hide nothing.
final class FactFinder: SyntaxVisitor {
  private let places: SourceLocationConverter
  private let imports: Set<String>

  /// The file's own variables that begin with one underscore.
  private let ownNames: Set<String>
  private var found: [Fact] = []

  /// How many values of an `async let` stand around.
  private var asyncLets = 0

  /// All facts of a source, from top to bottom, but for the modules that the given one imports, too.
  static func all(in source: String, given: String, beside: String) -> [Fact] {
    let (file, stub) = (whole(source), whole(given))
    let known = Set(all(in: stub).filter { $0.kind == .module })
    let facts = all(in: file).filter { fact in
      !known.contains { $0.kind == fact.kind && $0.text == fact.text }
    }
    let places = SourceLocationConverter(fileName: "", tree: file)
    let changes = IsolationFinder.changes(in: file, given: whole(given + "\n" + beside)).map {
      Fact(kind: .isolation, text: $0.text, line: places.location(for: $0.position).line)
    }
    let conformances = ConformanceFinder.foreign(in: file).map {
      Fact(kind: .conformance, text: $0.text, line: places.location(for: $0.position).line)
    }
    return (facts + conformances + changes).sorted { $0.line < $1.line }
  }

  /// The syntax tree of a whole source, however deeply it nests.
  ///
  /// The compiler and its parser count levels differently. With its own limit, the parser would
  /// miss the rest of a source that the compiler still reads. A source that is too deep for the
  /// stack ends this program, and the file is not compiled.
  private static func whole(_ source: String) -> SourceFileSyntax {
    var parser = Parser(source, maximumNestingLevel: .max)
    return SourceFileSyntax.parse(from: &parser)
  }

  private static func all(in file: SourceFileSyntax) -> [Fact] {
    let finder = FactFinder(
      SourceLocationConverter(fileName: "", tree: file), imports: ImportFinder.modules(in: file),
      ownNames: OwnNameFinder.names(in: file))
    finder.walk(file)
    return finder.found
  }

  private init(
    _ places: SourceLocationConverter, imports: Set<String>, ownNames: Set<String>
  ) {
    self.places = places
    self.imports = imports
    self.ownNames = ownNames
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
    guard let module = node.path.first?.name.plain else { return .visitChildren }
    add(.module, module, node)
    return .visitChildren
  }

  override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind {
    add(.attribute, Self.name(of: node.attributeName), node)
    return .visitChildren
  }

  /// The name of an attribute; a module in front of a macro's changes nothing.
  private static func name(of attribute: TypeSyntax) -> String {
    attribute.as(IdentifierTypeSyntax.self)?.name.plain
      ?? attribute.as(MemberTypeSyntax.self)?.name.plain
      ?? attribute.tokens(viewMode: .sourceAccurate).map(\.plain).joined()
  }

  override func visit(_ node: MacroDeclSyntax) -> SyntaxVisitorContinueKind {
    add(.macro, "macro \(node.name.plain)", node)
    return .visitChildren
  }

  override func visit(_ node: DeclModifierSyntax) -> SyntaxVisitorContinueKind {
    let detail = node.detail.map { "(\($0.detail.plain))" } ?? ""
    add(.modifier, node.name.plain + detail, node)
    return .visitChildren
  }

  override func visit(_ node: UnsafeExprSyntax) -> SyntaxVisitorContinueKind {
    add(.name, "unsafe", node)
    return .visitChildren
  }

  override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
    let base = node.base?.as(DeclReferenceExprSyntax.self)?.baseName.plain
    let name = node.declName.baseName.plain
    if base == "self", isOwn(name, node) { return .skipChildren }
    // With its module before it, a name is still the same name.
    add(base.map(imports.contains) == true ? .name : .member, name, node.declName)
    if asyncLets > 0 { add(.unchecked, name, node.declName) }
    if let base = node.base { walk(base) }
    return .skipChildren
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    if isOwn(node.baseName.plain, node) { return .visitChildren }
    add(.name, node.baseName.plain, node)
    if asyncLets > 0 { add(.unchecked, node.baseName.plain, node) }
    return .visitChildren
  }

  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    add(.name, node.name.plain, node)
    return .visitChildren
  }

  override func visit(_ node: MemberTypeSyntax) -> SyntaxVisitorContinueKind {
    add(.name, node.name.plain, node.name)
    return .visitChildren
  }

  override func visit(_ node: LabeledExprSyntax) -> SyntaxVisitorContinueKind {
    if asyncLets > 0, let label = node.label { add(.unchecked, label.plain, node) }
    return .visitChildren
  }

  override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
    add(.name, node.macroName.plain, node)
    return .visitChildren
  }

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    if node.isAsyncLet { asyncLets += 1 }
    if let name = GlobalFinder.kept(by: node) { add(.global, name, node) }
    return .visitChildren
  }
  override func visitPost(_ node: VariableDeclSyntax) { if node.isAsyncLet { asyncLets -= 1 } }

  override func visit(_ node: StringSegmentSyntax) -> SyntaxVisitorContinueKind {
    add(.text, node.content.text, node)
    return .visitChildren
  }

  override func visit(_ node: UnexpectedNodesSyntax) -> SyntaxVisitorContinueKind {
    add(.unread, "", node)
    return .visitChildren
  }

  override func visit(_ node: IfConfigClauseSyntax) -> SyntaxVisitorContinueKind {
    let names = node.condition?.tokens(viewMode: .sourceAccurate).map(\.plain) ?? []
    if !Self.versions.isDisjoint(with: names) { add(.version, "", node) }
    return .visitChildren
  }
  private static let versions: Set = ["swift", "compiler", "_compiler_version"]

  override func visit(_ node: PoundSourceLocationSyntax) -> SyntaxVisitorContinueKind {
    add(.directive, "#sourceLocation", node)
    return .visitChildren
  }

  /// Whether it is a variable of the file's own, and not a function of another's with its name.
  private func isOwn(_ name: String, _ node: some ExprSyntaxProtocol) -> Bool {
    guard asyncLets == 0, ownNames.contains(name) else { return false }
    return node.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id != node.id
  }

  private func add(_ kind: Fact.Kind, _ text: String, _ node: some SyntaxProtocol) {
    // The real line in the file, even if a directive says otherwise.
    let line = places.location(for: node.positionAfterSkippingLeadingTrivia).line
    found.append(Fact(kind: kind, text: text, line: line))
  }
}

/// Finds the modules whose names may stand before other names in a file, wherever it imports them.
private final class ImportFinder: SyntaxVisitor {
  /// Every file has these.
  private var found: Set = ["Swift", "_Concurrency"]

  static func modules(in file: SourceFileSyntax) -> Set<String> {
    let finder = ImportFinder(viewMode: .sourceAccurate)
    finder.walk(file)
    return finder.found
  }

  override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
    if let module = node.path.first?.name.plain { found.insert(module) }
    return .skipChildren
  }
}

/// Finds the variables that a file calls `_name`, as some people do where only the type may use one.
private final class OwnNameFinder: SyntaxVisitor {
  private var found: Set<String> = []
  private var extends = false

  /// The names; none in a file with an extension, where the name may be that of the other type's.
  static func names(in file: SourceFileSyntax) -> Set<String> {
    let finder = OwnNameFinder(viewMode: .sourceAccurate)
    finder.walk(file)
    return finder.extends ? [] : finder.found
  }

  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
    extends = true
    return .skipChildren
  }

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    let name = node.identifier.plain
    if name.hasPrefix("_"), !name.hasPrefix("__") { found.insert(name) }
    return .visitChildren
  }
}

extension TokenSyntax {
  /// The text without backticks, which do not make it another name.
  var plain: String {
    text.count > 2 && text.hasPrefix("`") && text.hasSuffix("`")
      ? String(text.dropFirst().dropLast()) : text
  }
}
