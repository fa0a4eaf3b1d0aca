import SwiftSyntax

/// A public function or property of a stub, with the bodies to try.
struct Hole {
  struct Body {
    /// `empty`, `constant`, `identity` or `passed through`.
    var kind: String
    var statements: [String]
    var edit: Edit
  }

  var name: String

  /// The bodies, the simplest first; none when no value of the result type is known.
  var bodies: [Body] = []

  private let values: Values
  private var parameters: [Parameter] = []
  private var result: TypeSyntax?
  private var isThrowing = false
  private let range: Range<Int>

  /// Finds the hole; `nil` when the declaration is not public or has no body of its own.
  init?(_ member: DeclSyntax, _ values: Values) {
    self.values = values
    if let function = member.as(FunctionDeclSyntax.self), function.modifiers.isPublic,
      let body = function.body
    {
      name = function.name.text
      range = body.inside
      parameters = function.signature.parameterClause.parameters.map(Parameter.init)
      result = function.signature.returnClause?.type
      isThrowing = function.signature.effectSpecifiers?.throwsClause != nil
    } else if let property = member.as(VariableDeclSyntax.self), property.modifiers.isPublic,
      let binding = property.bindings.first, let block = binding.accessorBlock
    {
      name = binding.pattern.trimmedDescription
      range =
        block.leftBrace.endPosition
        .utf8Offset..<block.rightBrace.positionAfterSkippingLeadingTrivia.utf8Offset
      result = binding.typeAnnotation?.type
    } else {
      return nil
    }
    if result?.trimmedDescription == "Void" { result = nil }
    if result == nil { add("empty", []) }
    for value in constants { add("constant", ["return \(value)"]) }
    for value in identities { add("identity", ["return \(value)"]) }
    for parameter in parameters { pass(parameter) }
  }

  private mutating func add(_ kind: String, _ statements: [String]) {
    guard !bodies.contains(where: { $0.statements == statements }) else { return }
    let text = statements.map { "\n    \($0)" }.joined() + "\n  "
    bodies.append(Body(kind: kind, statements: statements, edit: Edit(range, text)))
  }

  private var constants: [String] { result.map(values.constants) ?? [] }

  /// Arguments, and parts of them, that have the result's type.
  private var identities: [String] {
    guard let result else { return [] }
    if let tuple = result.as(TupleTypeSyntax.self), tuple.elements.count > 1 {
      let parts = tuple.elements.map { element in
        argument(of: element.type) ?? values.constants(element.type).first
      }
      guard parts.allSatisfy({ $0 != nil }) else { return [] }
      return ["(" + parts.compactMap(\.self).joined(separator: ", ") + ")"]
    }
    let wanted = result.as(OptionalTypeSyntax.self)?.wrappedType ?? result
    return parameters.flatMap { parameter in
      var ways: [String] = []
      if parameter.isOf(wanted) { ways.append(parameter.name) }
      if parameter.isOf(result) { ways.append(parameter.name) }
      if parameter.element == wanted.trimmedDescription,
        let constant = constants.first ?? (result.is(OptionalTypeSyntax.self) ? "nil" : nil)
      {
        ways.append("\(parameter.name).first ?? \(constant)")
      }
      return ways
    }
  }

  /// Adds bodies that call a closure once, and return its result or a constant.
  private mutating func pass(_ parameter: Parameter) {
    guard let closure = parameter.closure else { return }
    var before: [String] = []
    var arguments: [String] = []
    for (index, type) in closure.parameters.map(\.type).enumerated() {
      if let argument = argument(of: type) {
        arguments.append(argument)
      } else if let row = parameters.first(where: { $0.element == type.trimmedDescription }) {
        let name = "first\(index)"
        let leave = result == nil ? "return" : constants.first.map { "return \($0)" }
        before.append(
          "guard let \(name) = \(row.name).first(where: { _ in true }) else { "
            + "\(leave ?? "fatalError()") }")
        arguments.append(name)
      } else if let constant = values.constants(type).first {
        arguments.append(constant)
      } else {
        return
      }
    }
    let effects = closure.effectSpecifiers
    let attempt =
      effects?.throwsClause == nil ? "" : isThrowing ? "try " : "try? "
    let wait = effects?.asyncSpecifier == nil ? "" : "await "
    let call = "\(attempt)\(wait)\(parameter.name)(\(arguments.joined(separator: ", ")))"
    guard let result else { return add("passed through", before + ["_ = \(call)"]) }
    let output = closure.returnClause.type.trimmedDescription
    let wanted = result.as(OptionalTypeSyntax.self)?.wrappedType ?? result
    if [wanted, result].map(\.trimmedDescription).contains(output) {
      let isOptional = attempt == "try? " && !result.is(OptionalTypeSyntax.self)
      let other = constants.first ?? "fatalError()"
      add("passed through", before + ["return \(isOptional ? "(\(call)) ?? \(other)" : call)"])
    } else if result.as(ArrayTypeSyntax.self)?.element.trimmedDescription == output {
      let isOptional = attempt == "try? "
      add(
        "passed through",
        before + [isOptional ? "return [\(call)].compactMap { $0 }" : "return [\(call)]"])
    }
    for constant in constants.prefix(1) {
      add("passed through", before + ["_ = \(call)", "return \(constant)"])
    }
  }

  private func argument(of type: TypeSyntax) -> String? {
    parameters.first { $0.isOf(type) }?.name
  }
}

/// A parameter of a function, as its body sees it.
struct Parameter {
  var name: String
  var type: TypeSyntax
  private var isVariadic: Bool

  init(_ syntax: FunctionParameterSyntax) {
    name = (syntax.secondName ?? syntax.firstName).text
    type = syntax.type
    isVariadic = syntax.ellipsis != nil
  }

  func isOf(_ other: TypeSyntax) -> Bool {
    !isVariadic && type.trimmedDescription == other.trimmedDescription
  }

  /// The type of the elements, if this is a sequence of them.
  var element: String? {
    if isVariadic { return type.trimmedDescription }
    if let array = type.as(ArrayTypeSyntax.self) { return array.element.trimmedDescription }
    // `some Sequence<Int> & Sendable`
    let names = type.tokens(viewMode: .sourceAccurate).map(\.text)
    guard let start = names.firstIndex(of: "Sequence"), names.count > start + 2 else { return nil }
    return names[start + 2]
  }

  /// The type of the closure, if this is one.
  var closure: FunctionTypeSyntax? {
    let base = type.as(AttributedTypeSyntax.self)?.baseType ?? type
    return base.as(FunctionTypeSyntax.self)
  }
}

extension DeclModifierListSyntax {
  var isPublic: Bool { contains { $0.name.tokenKind == .keyword(.public) && $0.detail == nil } }
}

extension CodeBlockSyntax {
  /// The range between the braces.
  var inside: Range<Int> {
    leftBrace.endPosition.utf8Offset..<rightBrace.positionAfterSkippingLeadingTrivia.utf8Offset
  }
}
