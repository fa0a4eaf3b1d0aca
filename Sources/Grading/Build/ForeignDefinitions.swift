import Foundation

/// Finds what a chapter defines although it is not the chapter's own.
///
/// What a chapter may define is judged by what the compiler made of it. This trusts no parser: code
/// that the compiler reads in another way than the parser is found here, too.
enum ForeignDefinitions {
  /// The first such name in a chapter's object.
  ///
  /// The linker would prefer them to those of a library: of the testing library, for example.
  ///
  /// - Parameters:
  ///   - object: The path of the object file.
  ///   - module: The chapter's module.
  /// - Returns: The first in the order of the alphabet; `nil` if there is none.
  /// - Throws: `InfrastructureError` when the object file cannot be read.
  static func first(in object: String, module: String) throws -> String? {
    guard let content = FileManager.default.contents(atPath: object),
      let definitions = ObjectFile.definitions(in: [UInt8](content))
    else { throw InfrastructureError("the object file of \(module) cannot be read") }
    return definitions.filter { !isOwn($0, module: module) }.map(\.name).min()
  }

  /// Whether a definition may be a chapter's own.
  ///
  /// Swift's names begin with `$s`, and those of a chapter have its module in them. In extensions of
  /// another module's types, words of that module are left out of the chapter's name, but not the
  /// first: `Chapter03`.
  ///
  /// Weak definitions are pieces that each module makes for itself, such as a thunk. None of them is a
  /// function of the testing library, or of a module that only the tests use.
  static func isOwn(_ definition: ObjectFile.Definition, module: String) -> Bool {
    let name = definition.name
    if name.contains("\(module.utf8.count)\(module)") { return true }
    let word = module.prefix(while: { !$0.isNumber }) + module.drop { !$0.isNumber }.prefix(2)
    if name.hasPrefix("$s"), name.contains(word) { return !name.contains("Tests") }
    let isFunction = name.hasSuffix("F") || name.hasSuffix("FZ")
    return definition.isWeak && !name.hasPrefix("swt_")
      && !(isFunction && testModules.contains { name.hasPrefix("$s\($0.utf8.count)\($0)") })
  }

  private static let testModules = ["Testing", "Bubble", "CourseTesting", "Probe", "RunFormats"]
}
