/// What came of compiling a chapter's files as they are.
enum Compilation {
  /// The object to be linked with the chapter's tests, and what the compiler says all the same.
  case compiled(object: String, remarks: CompilerRemarks)
  case rejected([Diagnostic])
}
