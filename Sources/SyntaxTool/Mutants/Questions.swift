import SwiftSyntax

// What the mutation operators need to know about a piece of code.

extension SyntaxProtocol {
  /// The statement that contains this, or is this.
  var nearestItem: CodeBlockItemSyntax? {
    sequence(first: Syntax(self), next: \.parent).lazy
      .compactMap { $0.as(CodeBlockItemSyntax.self) }.first
  }

  /// The call or the operator expression that contains this; otherwise its statement.
  var nearestExpression: Syntax {
    sequence(first: Syntax(self), next: \.parent).first {
      $0.is(SequenceExprSyntax.self) || $0.is(FunctionCallExprSyntax.self)
        || $0.is(CodeBlockItemSyntax.self) || $0.is(VariableDeclSyntax.self)
    } ?? Syntax(self)
  }

  /// The name of the function, property or type that contains this.
  var nearestName: String? {
    sequence(first: Syntax(self), next: \.parent).lazy.compactMap { node -> String? in
      if let function = node.as(FunctionDeclSyntax.self) { return function.name.text }
      if node.is(InitializerDeclSyntax.self) { return "init" }
      if let variable = node.as(VariableDeclSyntax.self), variable.isMember {
        return variable.bindings.first?.pattern.trimmedDescription
      }
      return node.asProtocol((any NamedDeclSyntax).self)?.name.text
    }.first
  }

  /// Whether this is part of code that runs, not of a signature.
  var isInsideCode: Bool {
    sequence(first: Syntax(self), next: \.parent).contains {
      $0.is(CodeBlockSyntax.self) || $0.is(InitializerClauseSyntax.self)
        || $0.is(AccessorBlockSyntax.self) || $0.is(ClosureExprSyntax.self)
    }
  }

  /// The operand after an operator, in a list of operands and operators.
  var next: ExprSyntax? {
    guard let row = parent?.as(ExprListSyntax.self) else { return nil }
    return row.drop { $0.id != id }.dropFirst().first
  }
}

extension ExprSyntaxProtocol {
  var isMemberAccess: Bool { self.is(MemberAccessExprSyntax.self) }
}

extension IfExprSyntax {
  /// Whether this is a statement, not a value or the `else` of another `if`.
  var isStatement: Bool { parent?.parent?.is(CodeBlockItemSyntax.self) == true }
}

extension VariableDeclSyntax {
  var isAsyncLet: Bool { modifiers.contains { $0.name.tokenKind == .keyword(.async) } }
  var isMember: Bool { parent?.is(MemberBlockItemSyntax.self) == true }
}

extension ConditionElementSyntax {
  /// The condition, unless it binds a name.
  var plain: ExprSyntax? { condition.as(ExprSyntax.self) }
}

extension FunctionCallExprSyntax {
  /// The name of the called function, without the value it is called on.
  var calledName: String {
    if let member = calledExpression.as(MemberAccessExprSyntax.self) {
      return member.declName.baseName.text
    }
    return calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text ?? ""
  }
}

extension CodeBlockItemSyntax {
  /// The kind of mutant that results when this statement is deleted.
  var kindOfDeletion: String {
    if item.is(DeferStmtSyntax.self) { return "delete defer" }
    var expression = item.as(ExprSyntax.self)
    var waits = false
    // `_ = await x` waits as `await x` does.
    if let row = expression?.as(SequenceExprSyntax.self)?.elements,
      row.first?.is(DiscardAssignmentExprSyntax.self) == true
    {
      expression = row.last
    }
    while let current = expression {
      if let attempt = current.as(TryExprSyntax.self) {
        expression = attempt.expression
      } else if let wait = current.as(AwaitExprSyntax.self) {
        waits = true
        expression = wait.expression
      } else {
        break
      }
    }
    switch expression?.as(FunctionCallExprSyntax.self)?.calledName {
    case "close": return "delete close"
    case "cancel", "cancelAll": return "delete cancel"
    default: return waits ? "delete wait" : "delete statement"
    }
  }

  /// Whether the code can still compile without this statement.
  ///
  /// A declared name is used later. A body that returns a value needs its last statement, and so
  /// does the `else` of a `guard`.
  var canBeLeftOut: Bool {
    if item.is(DeclSyntax.self) { return false }
    guard leavesScope else { return true }
    let isLast = parent?.as(CodeBlockItemListSyntax.self)?.last?.id == id
    guard isLast, let body = parent?.parent else { return true }
    if body.parent?.is(GuardStmtSyntax.self) == true { return false }
    let isWholeBody =
      body.is(ClosureExprSyntax.self) || body.is(AccessorBlockSyntax.self)
      || body.parent?.is(FunctionDeclSyntax.self) == true
    return !(isWholeBody && item.is(ReturnStmtSyntax.self))
  }

  var leavesScope: Bool {
    item.is(ReturnStmtSyntax.self) || item.is(BreakStmtSyntax.self)
      || item.is(ContinueStmtSyntax.self) || item.is(ThrowStmtSyntax.self)
  }

  /// Whether this declares something with the same value wherever it is evaluated.
  var isConstant: Bool {
    guard let variable = item.as(VariableDeclSyntax.self), !variable.isAsyncLet else {
      return false
    }
    return variable.bindings.allSatisfy { binding in
      guard let value = binding.initializer?.value else { return true }
      return value.tokens(viewMode: .sourceAccurate).allSatisfy { token in
        guard case .identifier(let name) = token.tokenKind else { return token.text != "await" }
        return name.first?.isUppercase == true
          || token.parent?.parent?.is(LabeledExprSyntax.self) == true
            && token.nextToken(viewMode: .sourceAccurate)?.tokenKind == .colon
      }
    }
  }

  /// Whether this declares something without waiting, so that no other task can run in between.
  var isPlainDeclaration: Bool {
    guard let variable = item.as(VariableDeclSyntax.self), !variable.isAsyncLet else {
      return false
    }
    return variable.tokens(viewMode: .sourceAccurate).allSatisfy { $0.text != "await" }
  }

  /// Whether this gives a property its first value.
  var isFirstAssignment: Bool {
    guard let row = item.as(SequenceExprSyntax.self)?.elements,
      row.dropFirst().first?.is(AssignmentExprSyntax.self) == true
    else { return false }
    return parent?.parent?.parent?.is(InitializerDeclSyntax.self) == true
  }

  /// Whether this is a case of a `select`.
  var isSelectCase: Bool {
    let name = item.as(FunctionCallExprSyntax.self)?.calledName ?? ""
    return ["Receive", "Send", "After", "Cancelled", "Default"].contains(name)
  }

  var isDeclarationOfType: Bool {
    item.is(DeclSyntax.self) && !item.is(VariableDeclSyntax.self)
  }

  /// Whether this starts a child task.
  var startsChild: Bool {
    if let variable = item.as(VariableDeclSyntax.self) { return variable.isAsyncLet }
    let call = item.as(FunctionCallExprSyntax.self)
    return ["addTask", "addTaskUnlessCancelled"].contains(call?.calledName)
  }
}
