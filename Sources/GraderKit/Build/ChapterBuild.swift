/// What came of compiling one student's chapter.
enum ChapterBuild {
  /// The object to be linked with the chapter's tests.
  case compiled(object: String)
  case rejected([Diagnostic])
}
