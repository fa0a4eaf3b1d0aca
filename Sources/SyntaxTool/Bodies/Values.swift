import SwiftSyntax

/// Writes values of a type as code: the constants that anyone would try first.
struct Values {
  private var enums: [String: EnumDeclSyntax] = [:]
  private var structs: [String: StructDeclSyntax] = [:]

  /// Collects the types that a file declares.
  init(in file: SourceFileSyntax) {
    for statement in file.statements {
      if let type = statement.item.as(EnumDeclSyntax.self) { enums[type.name.text] = type }
      if let type = statement.item.as(StructDeclSyntax.self) { structs[type.name.text] = type }
    }
  }

  /// The constants of a type; none when it is not known how to make one.
  func constants(_ type: TypeSyntax) -> [String] {
    if let optional = type.as(OptionalTypeSyntax.self) {
      return ["nil"] + constants(optional.wrappedType)
    }
    if type.is(ArrayTypeSyntax.self) { return ["[]"] }
    if type.is(DictionaryTypeSyntax.self) { return ["[:]"] }
    if let tuple = type.as(TupleTypeSyntax.self) {
      if tuple.elements.count == 1, let only = tuple.elements.first { return constants(only.type) }
      let parts = tuple.elements.map { constants($0.type).first }
      guard parts.allSatisfy({ $0 != nil }) else { return [] }
      return ["(" + parts.compactMap(\.self).joined(separator: ", ") + ")"]
    }
    guard let named = type.as(IdentifierTypeSyntax.self) else { return [] }
    let text = named.trimmedDescription
    switch named.name.text {
    case "Int": return ["0", "1"]
    case "String": return ["\"\""]
    case "Bool": return ["false", "true"]
    case "Duration": return ["Duration.zero"]
    case "Void": return ["()"]
    case "Channel": return [text + "()", Self.closed(text)]
    case "ReceiveChannel":
      let channel = text.dropFirst("Receive".count)
      return ["\(channel)().receiveOnly", Self.closed(String(channel)) + ".receiveOnly"]
    case "SendChannel": return ["\(text.dropFirst("Send".count))().sendOnly"]
    default: return cases(of: named.name.text) + instances(of: named.name.text)
    }
  }

  private static func closed(_ channel: String) -> String {
    "{ let empty = \(channel)(); empty.close(); return empty }()"
  }

  private func cases(of name: String) -> [String] {
    guard let type = enums[name] else { return [] }
    return type.memberBlock.members.compactMap { $0.decl.as(EnumCaseDeclSyntax.self) }
      .flatMap(\.elements).compactMap { element in
        guard let parameters = element.parameterClause?.parameters else {
          return ".\(element.name.text)"
        }
        return arguments(parameters.map { ($0.firstName?.text, $0.type) })
          .map { ".\(element.name.text)(\($0))" }
      }
  }

  private func instances(of name: String) -> [String] {
    guard let type = structs[name] else { return [] }
    let initializer = type.memberBlock.members
      .compactMap { $0.decl.as(InitializerDeclSyntax.self) }.first
    let parameters = initializer?.signature.parameterClause.parameters ?? []
    let values = arguments(parameters.map { ($0.firstName.text, $0.type) })
    return values.map { ["\(name)(\($0))"] } ?? []
  }

  private func arguments(_ parameters: [(label: String?, type: TypeSyntax)]) -> String? {
    var words: [String] = []
    for (label, type) in parameters {
      guard let value = constants(type).first else { return nil }
      words.append(label.map { $0 == "_" ? value : "\($0): \(value)" } ?? value)
    }
    return words.joined(separator: ", ")
  }
}
