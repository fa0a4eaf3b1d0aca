import CourseModel

extension SubmissionResult {
  /// Sources that were handed in beside a chapter's exercises, which the compiler never sees.
  func helperFiles(in chapter: Chapter) -> [String] {
    let taken = chapter.manifest.exercises.map(\.file)
    return ignored.filter { path in
      let parts = path.split(separator: "/").map(String.init)
      return parts.suffix(2).first == chapter.folder && !parts.contains("Tests")
        && !parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
        && path.hasSuffix(".swift") && !taken.contains(parts.last ?? "")
    }
  }
}
