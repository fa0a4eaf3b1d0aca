import SwiftSyntax

/// Tells whether a property is the whole process's and may keep what the code finds out.
///
/// By such a property, code can tell the first schedule of a test from those that come after it.
enum GlobalFinder {
  /// What a declaration keeps, by its names; `nil` when it is no such property.
  ///
  /// A constant of literals keeps nothing, and neither does a duration.
  static func kept(by node: VariableDeclSyntax) -> String? {
    guard isStatic(node) || isGlobal(node) else { return nil }
    let isVariable = node.bindingSpecifier.tokenKind == .keyword(.var)
    let kept = node.bindings.filter { binding in
      guard !isComputed(binding) else { return false }
      return isVariable || makesSomething(binding)
    }
    return kept.isEmpty ? nil : kept.map(\.pattern.trimmedDescription).joined(separator: ", ")
  }

  private static func isStatic(_ node: VariableDeclSyntax) -> Bool {
    node.modifiers.contains { ["static", "class"].contains($0.name.text) && $0.detail == nil }
  }

  private static func isGlobal(_ node: VariableDeclSyntax) -> Bool {
    var around = node.parent
    while let here = around {
      let isInside =
        here.is(CodeBlockSyntax.self) || here.is(MemberBlockSyntax.self)
        || here.is(ClosureExprSyntax.self) || here.is(AccessorBlockSyntax.self)
        || here.is(SwitchCaseSyntax.self)
      if isInside { return false }
      around = here.parent
    }
    return true
  }

  private static func isComputed(_ binding: PatternBindingSyntax) -> Bool {
    guard let block = binding.accessorBlock else { return false }
    guard case .accessors(let accessors) = block.accessors else { return true }
    return !accessors.allSatisfy { ["willSet", "didSet"].contains($0.accessorSpecifier.text) }
  }

  /// Whether the value, or what is made of it for a type of one's own, may be more than literals.
  private static func makesSomething(_ binding: PatternBindingSyntax) -> Bool {
    guard let value = binding.initializer?.value else { return true }
    let finder = MakingFinder(viewMode: .sourceAccurate)
    finder.walk(value)
    if let type = binding.typeAnnotation { finder.walk(type) }
    return finder.hasFound
  }
}

/// Looks in a value and its type for all that is not a literal, an operator, a closure or a duration.
///
/// A property may be computed, a subscript may call, and a literal may make a value of a type that is
/// the file's own.
private final class MakingFinder: SyntaxVisitor {
  private static let durations: Set = ["seconds", "milliseconds", "microseconds", "nanoseconds"]

  private static let plainTypes: Set = [
    "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64",
    "Double", "Float", "Bool", "String", "Character", "Duration", "Void", "Sendable",
  ]

  private(set) var hasFound = false

  // What is not called now makes nothing now, but for what it captures.
  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
    if let capture = node.signature?.capture { walk(capture) }
    return .skipChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    guard let member = node.calledExpression.as(MemberAccessExprSyntax.self),
      Self.durations.contains(member.declName.baseName.plain), Self.isPlain(member.base)
    else { return find() }
    walk(node.arguments)
    return .skipChildren
  }

  override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
    Self.isPlain(node.base) ? .skipChildren : find()
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind { find() }
  override func visit(_ node: SubscriptCallExprSyntax) -> SyntaxVisitorContinueKind { find() }
  override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind { find() }
  override func visit(_ node: MemberTypeSyntax) -> SyntaxVisitorContinueKind { find() }

  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    Self.plainTypes.contains(node.name.plain) ? .visitChildren : find()
  }

  // The types in a function's own type are not those of the value.
  override func visit(_ node: FunctionTypeSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  /// Whether a member's base is left out, or is a type whose members keep nothing.
  private static func isPlain(_ base: ExprSyntax?) -> Bool {
    guard let base else { return true }
    return base.as(DeclReferenceExprSyntax.self).map { plainTypes.contains($0.baseName.plain) }
      ?? false
  }

  private func find() -> SyntaxVisitorContinueKind {
    hasFound = true
    return .skipChildren
  }
}
