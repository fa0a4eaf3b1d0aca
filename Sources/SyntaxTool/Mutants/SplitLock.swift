import SwiftSyntax

/// A critical section that changes what its lock protects, as two sections with a gap between them.
///
/// The first one copies the state, and the second one writes the changed copy back. What others
/// write in the gap is lost.
struct SplitLock {
  /// The function that is called instead of `withLock`.
  let replacement: String

  /// What the file needs for that.
  static let helper = """

    private func inTwoSteps<State: Sendable, Result>(
      _ lock: borrowing Mutex<State>, _ change: (inout State) throws -> Result
    ) rethrows -> Result {
      var copy = lock.withLock { $0 }
      let result = try change(&copy)
      lock.withLock { [copy] in $0 = copy }
      return result
    }

    """

  /// Splits a call of `withLock`; `nil` for another call, and if the gap would make no difference.
  init?(_ node: FunctionCallExprSyntax, in source: SourceText) {
    guard let function = node.calledExpression.as(MemberAccessExprSyntax.self),
      function.declName.baseName.text == "withLock", let lock = function.base,
      let body = node.trailingClosure
    else { return nil }
    let changes = ChangeFinder(of: body.nameOfState)
    changes.walk(body.statements)
    let isWholeBody = body.statements.count == 1
    guard changes.isFound, !(isWholeBody && changes.replaces) else { return nil }
    replacement = "inTwoSteps(\(source.text(of: lock)))"
  }
}

extension ClosureExprSyntax {
  /// The name that the closure has for what a lock protects.
  fileprivate var nameOfState: String {
    let clause = signature?.parameterClause
    let simple = clause?.as(ClosureShorthandParameterListSyntax.self)?.first?.name
    let full = clause?.as(ClosureParameterClauseSyntax.self)?.parameters.first?.firstName
    return (simple ?? full)?.text ?? "$0"
  }
}

/// Looks for code that changes a variable, or may do so.
private final class ChangeFinder: SyntaxVisitor {
  private(set) var isFound = false
  /// Whether the variable gets a new value that does not depend on the old one.
  private(set) var replaces = false
  private let name: String

  init(of name: String) {
    self.name = name
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    let elements = Array(node.elements)
    guard elements.count > 2, isPart(elements[0]), elements[1].assigns else {
      return .visitChildren
    }
    isFound = true
    let isWhole = elements[0].is(DeclReferenceExprSyntax.self)
    let usesOld = elements.dropFirst(2).contains { value in
      value.tokens(viewMode: .sourceAccurate).contains { $0.text == name }
    }
    if isWhole, elements[1].is(AssignmentExprSyntax.self), !usesOld { replaces = true }
    return .visitChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    // It may be a method that changes the value.
    if let base = node.calledExpression.as(MemberAccessExprSyntax.self)?.base, isPart(base) {
      isFound = true
    }
    return .visitChildren
  }

  override func visit(_ node: InOutExprSyntax) -> SyntaxVisitorContinueKind {
    if isPart(node.expression) { isFound = true }
    return .visitChildren
  }

  /// Whether an expression is the variable, or a part of it.
  private func isPart(_ expression: ExprSyntax) -> Bool {
    if let reference = expression.as(DeclReferenceExprSyntax.self) {
      return reference.baseName.text == name
    }
    let whole =
      expression.as(MemberAccessExprSyntax.self)?.base
      ?? expression.as(SubscriptCallExprSyntax.self)?.calledExpression
      ?? expression.as(OptionalChainingExprSyntax.self)?.expression
      ?? expression.as(ForceUnwrapExprSyntax.self)?.expression
    return whole.map(isPart) ?? false
  }
}

extension ExprSyntax {
  /// Whether this is `=` or an operator such as `+=`.
  fileprivate var assigns: Bool {
    if self.is(AssignmentExprSyntax.self) { return true }
    let comparisons = ["==", "!=", "<=", ">=", "===", "!=="]
    let name = self.as(BinaryOperatorExprSyntax.self)?.operator.text ?? ""
    return name.hasSuffix("=") && !comparisons.contains(name)
  }
}
