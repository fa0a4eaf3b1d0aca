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
      return isVariable || binding.initializer.map { makesSomething($0.value) } ?? true
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

  private static func makesSomething(_ value: ExprSyntax) -> Bool {
    let calls = CallFinder(viewMode: .sourceAccurate)
    calls.walk(value)
    return calls.hasFound
  }
}

/// Looks for calls in a value, but for those that make a duration.
private final class CallFinder: SyntaxVisitor {
  private static let durations: Set = ["seconds", "milliseconds", "microseconds", "nanoseconds"]

  private(set) var hasFound = false

  // What is not called now makes nothing now.
  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    let member = node.calledExpression.as(MemberAccessExprSyntax.self)
    if !Self.durations.contains(member?.declName.baseName.plain ?? "") { hasFound = true }
    return .visitChildren
  }
}
