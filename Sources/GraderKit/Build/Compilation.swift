/// What came of compiling a chapter's files as they are.
enum Compilation {
  /// The object to be linked with the chapter's tests, and what the compiler warns of.
  case compiled(object: String, warnings: [Diagnostic])
  case rejected([Diagnostic])
}
