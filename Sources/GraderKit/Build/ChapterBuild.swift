/// What came of compiling one student's chapter.
enum ChapterBuild {
  /// The object to be linked with the chapter's tests, and what the compiler warns of.
  case compiled(object: String, warnings: [Diagnostic])
  case rejected([Diagnostic])
}
