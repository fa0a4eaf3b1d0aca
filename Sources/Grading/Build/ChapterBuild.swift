import GraderFormats

/// The result of building one student's chapter: the program, and the files that are not in it.
struct ChapterBuild {
  /// The chapter linked with its tests; `nil` when none of the student's files can be built.
  var program: String?

  /// What the compiler says about the files that it compiled.
  var remarks = CompilerRemarks()

  /// The student's files that were replaced by the stub, each with the reasons.
  var leftOut: [String: [Diagnostic]] = [:]
}

/// The result of compiling a chapter's files as they are.
enum Compilation {
  /// The object to be linked with the chapter's tests, and the compiler's remarks.
  case compiled(object: String, remarks: CompilerRemarks)
  case failed([Diagnostic])
}
