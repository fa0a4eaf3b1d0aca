import SwiftParser
import SwiftSyntax

/// Makes mutants of a source: each is the whole source with one mistake in it.
///
/// Not every mutant compiles; the compiler decides that later.
final class MutantFinder: SyntaxVisitor {
  private let source: SourceText

  /// The functions and properties that are the same in the stub, word for word.
  private let given: Set<String>
  private var found: [Rewrite] = []
  private var counts: [String: Int] = [:]

  private init(_ source: SourceText, given: Set<String>) {
    self.source = source
    self.given = given
    super.init(viewMode: .sourceAccurate)
  }

  /// All mutants of a source.
  ///
  /// - Parameters:
  ///   - text: The source.
  ///   - stub: The source's stub; functions that it already has are left as they are.
  /// - Returns: The mutants in the order of the source, each with a unique name.
  static func all(in text: String, given stub: String) -> [Rewrite] {
    let members = Members.all(in: Parser.parse(source: stub))
    let finder = MutantFinder(SourceText(text), given: Set(members.map(\.trimmedDescription)))
    finder.walk(Parser.parse(source: text))
    return finder.found
  }

  // MARK: What is visited

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { isOpen(node) }
  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind { isOpen(node) }
  override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: FunctionParameterClauseSyntax) -> SyntaxVisitorContinueKind {
    .skipChildren
  }
  override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    guard isOpen(node) == .visitChildren else { return .skipChildren }
    if node.isAsyncLet { replaceAsyncLet(node) }
    return .visitChildren
  }

  override func visit(_ node: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
    // The top level of the file holds declarations.
    guard node.parent?.is(SourceFileSyntax.self) != true else { return .visitChildren }
    let items = Array(node)
    for item in items { delete(item) }
    for (first, second) in zip(items, items.dropFirst()) { swap(first, second) }
    return .visitChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    moveOut(of: node.body.statements, around: node, "loop", both: true)
    if let condition = node.whereClause?.condition { negate(condition, in: node) }
    return .visitChildren
  }

  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
    moveOut(of: node.body.statements, around: node, "loop", both: true)
    change(node.conditions, of: node)
    return .visitChildren
  }

  override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind {
    moveOut(of: node.body.statements, around: node, "loop", both: true)
    negate(node.condition, in: node)
    return .visitChildren
  }

  override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
    change(node.conditions, of: node)
    if node.conditions.count == 1, node.conditions.first?.plain != nil, node.isStatement {
      add(
        "ignore condition", at: node,
        [Edit(source.range(of: node), "do \(source.text(of: node.body))")])
    }
    return .visitChildren
  }

  override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
    change(node.conditions, of: node)
    if node.conditions.count == 1, let condition = node.conditions.first?.plain {
      add(
        "ignore condition", at: node,
        [Edit(source.range(of: node), "_ = \(source.text(of: condition))")])
    }
    return .visitChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    let name = node.calledName
    if name == "withLock", let body = node.trailingClosure {
      moveOut(of: body.statements, around: node, "lock", both: true)
    }
    if let split = SplitLock(node, in: source) {
      let function = source.range(of: node.calledExpression)
      add(
        "split lock", at: node,
        [Edit(function, split.replacement), Edit(source.end, SplitLock.helper)])
    }
    if ["addTask", "addTaskUnlessCancelled"].contains(name) {
      add(
        "child becomes Task", at: node, [Edit(source.range(of: node.calledExpression), "Task")])
    }
    if ["addTask", "addTaskUnlessCancelled", "Task"].contains(name),
      let body = node.trailingClosure
    {
      moveOut(of: body.statements, around: node, "task", both: false)
    }
    return .visitChildren
  }

  override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
    if node.questionOrExclamationMark == nil {
      add("drop error", at: node, [Edit(source.range(of: node.tryKeyword), "try?")])
    }
    return .visitChildren
  }

  override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    // In a condition, the condition as a whole is negated.
    if node.operator.text == "!", node.parent?.is(ConditionElementSyntax.self) != true {
      add("negate", at: node, [Edit(source.range(of: node.operator), "")])
    }
    return .visitChildren
  }

  override func visit(_ node: IntegerLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    guard let number = Int(node.literal.text.filter { $0 != "_" }) else { return .visitChildren }
    for other in number == 0 ? [1] : [number + 1, number - 1] { replace(node, by: "\(other)") }
    return .visitChildren
  }

  override func visit(_ node: BinaryOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    let others = [
      "..<": "...", "...": "..<", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "&&": "||",
      "||": "&&",
    ]
    let name = node.operator.text
    if let other = others[name] {
      let operation = other.contains(where: { "&|".contains($0) }) ? "negate" : "bound"
      replace(node, by: other, operation)
    }
    if ["..<", "...", "==", "!=", "<", "<=", ">", ">="].contains(name) { changeBound(after: node) }
    return .visitChildren
  }

  override func visit(_ node: UnresolvedTernaryExprSyntax) -> SyntaxVisitorContinueKind {
    if let other = node.next {
      let yes = source.range(of: node.thenExpression)
      let no = source.range(of: other)
      add("negate", at: node, [Edit(yes, source.text(no)), Edit(no, source.text(yes))])
    }
    return .visitChildren
  }

  // MARK: The operators

  private func delete(_ item: CodeBlockItemSyntax) {
    guard item.canBeLeftOut else { return }
    let range = source.range(of: item)
    let isOnlyOneOfCase =
      item.parent?.parent?.is(SwitchCaseSyntax.self) == true
      && item.parent?.as(CodeBlockItemListSyntax.self)?.count == 1
    let edit =
      isOnlyOneOfCase ? Edit(range, "break") : Edit(source.wholeLines(range), "")
    add(item.kindOfDeletion, at: item, [edit])
  }

  private func swap(_ first: CodeBlockItemSyntax, _ second: CodeBlockItemSyntax) {
    guard !first.isConstant, !second.isConstant, !first.isDeclarationOfType,
      !second.isDeclarationOfType
    else { return }
    // Children may run in any order anyway, and code after a `return` is as good as deleted.
    if first.startsChild && second.startsChild || second.leavesScope { return }
    if first.isPlainDeclaration && second.isPlainDeclaration { return }
    if first.isFirstAssignment && second.isFirstAssignment { return }
    // The order of a select's cases does not matter.
    if first.isSelectCase && second.isSelectCase { return }
    let (left, right) = (source.range(of: first), source.range(of: second))
    add("swap", at: first, [Edit(left, source.text(right)), Edit(right, source.text(left))])
  }

  /// Moves the first statement of a body to before the loop, lock or task, and the last one to
  /// after it.
  private func moveOut(
    of body: CodeBlockItemListSyntax, around node: some SyntaxProtocol, _ what: String, both: Bool
  ) {
    guard body.count > 1, let outer = node.nearestItem, let first = body.first, let last = body.last
    else { return }
    let place = source.range(of: outer)
    let indentation = source.indentation(at: place.lowerBound)
    func cut(_ item: CodeBlockItemSyntax) -> Edit {
      Edit(source.wholeLines(source.range(of: item)), "")
    }
    if !first.isConstant {
      let text = source.text(of: first) + "\n" + indentation
      add(
        "move before \(what)", at: first,
        [Edit(place.lowerBound..<place.lowerBound, text), cut(first)])
    }
    if both, !last.isConstant {
      let text = "\n" + indentation + source.text(of: last)
      add(
        "move after \(what)", at: last,
        [Edit(place.upperBound..<place.upperBound, text), cut(last)])
    }
  }

  private func change(_ conditions: ConditionElementListSyntax, of node: some SyntaxProtocol) {
    for element in conditions {
      guard let condition = element.plain else { continue }
      negate(condition, in: node)
      guard conditions.count > 1 else { continue }
      // Also remove the comma between it and its neighbor.
      let isLast = element.id == conditions.last?.id
      let start =
        isLast
        ? conditions.dropLast().last?.trailingComma?.positionAfterSkippingLeadingTrivia : nil
      let end = isLast ? nil : element.trailingComma?.endPosition
      let range = source.range(of: element)
      add(
        "drop condition", at: condition,
        [
          Edit(
            (start?.utf8Offset ?? range.lowerBound)..<(end?.utf8Offset ?? range.upperBound), "")
        ])
    }
  }

  private func negate(_ condition: ExprSyntax, in node: some SyntaxProtocol) {
    let text = source.text(of: condition)
    let isNegated = condition.as(PrefixOperatorExprSyntax.self)?.operator.text == "!"
    let negated = isNegated ? String(text.dropFirst()) : "!(\(text))"
    add("negate", at: condition, [Edit(source.range(of: condition), negated)])
  }

  private func replace(_ node: some SyntaxProtocol, by text: String, _ operation: String = "bound")
  {
    add(
      operation, at: node.nearestExpression,
      [Edit(source.range(of: node), text)], detail: "\(source.text(of: node)) → \(text)")
  }

  /// Makes the right side of a comparison or a range one smaller, and for an equality one larger.
  private func changeBound(after node: BinaryOperatorExprSyntax) {
    guard let bound = node.next, bound.is(DeclReferenceExprSyntax.self) || bound.isMemberAccess
    else { return }
    let signs = ["==", "!="].contains(node.operator.text) ? ["+", "-"] : ["-"]
    for sign in signs { replace(bound, by: "(\(source.text(of: bound)) \(sign) 1)") }
  }

  /// Replaces `async let x = …` by a task that is not a child, and `x` by that task's value.
  private func replaceAsyncLet(_ node: VariableDeclSyntax) {
    guard let binding = node.bindings.first, node.bindings.count == 1,
      let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
      let value = binding.initializer?.value,
      let scope = node.nearestItem?.parent
    else { return }
    let text = source.text(of: value)
    let declaration = "let \(name) = Task { try await \(text) }"
    let uses = scope.tokens(viewMode: .sourceAccurate).filter {
      $0.tokenKind == .identifier(name) && $0.position > node.endPosition
        && $0.parent?.is(DeclReferenceExprSyntax.self) == true
    }
    let reading = uses.map { use in
      Edit(source.range(of: use), "\(name).value")
    }
    add("child becomes Task", at: node, [Edit(source.range(of: node), declaration)] + reading)
  }

  // MARK: Names

  private func add(
    _ operation: String, at node: some SyntaxProtocol, _ edits: [Edit], detail: String? = nil
  ) {
    guard node.isInsideCode else { return }
    let place = node.nearestName.map { "\($0): " } ?? ""
    var name = "\(place)\(operation): \(excerpt(node))"
    if let detail { name += " [\(detail)]" }
    let count = counts[name, default: 0] + 1
    counts[name] = count
    if count > 1 { name += " #\(count)" }
    found.append(Rewrite(name: name, operation: operation, text: source.applying(edits)))
  }

  /// The beginning of a node's code on one line.
  private func excerpt(_ node: some SyntaxProtocol) -> String {
    let tokens = node.tokens(viewMode: .sourceAccurate)
    var text = ""
    var isWhole = true
    for token in tokens {
      if text.count > 60 {
        isWhole = false
        break
      }
      let space = token.leadingTrivia.isEmpty ? "" : " "
      text += (text.isEmpty || text.hasSuffix(" ") ? "" : space) + token.text
      text += token.trailingTrivia.isEmpty ? "" : " "
    }
    let line = text.hasSuffix(" ") ? String(text.dropLast()) : text
    return isWhole && line.count <= 60 ? line : line.prefix(59) + "…"
  }

  private func isOpen(_ node: some DeclSyntaxProtocol) -> SyntaxVisitorContinueKind {
    given.contains(node.trimmedDescription) ? .skipChildren : .visitChildren
  }
}
