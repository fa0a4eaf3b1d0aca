import GraderFormats

/// What came of building one student's chapter: the program, and what is not in it.
struct ChapterBuild {
  /// The chapter linked with its tests; `nil` when nothing of the student's can be built.
  var program: String?

  /// What the compiler says of the files that it compiled.
  var remarks = CompilerRemarks()

  /// The student's files with the stub in their place, each with why.
  var leftOut: [String: [Diagnostic]] = [:]
}

/// What came of compiling a chapter's files as they are.
enum Compilation {
  /// The object to be linked with the chapter's tests, and what the compiler says all the same.
  case compiled(object: String, remarks: CompilerRemarks)
  case failed([Diagnostic])
}
