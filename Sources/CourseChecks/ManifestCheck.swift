import CourseModel
import GraderFormats
import Grading

/// Compares the manifests with the files that they describe.
struct ManifestCheck {
  var course: Course
  var declarations: PublicDeclarations

  func run(_ log: inout CheckLog) {
    let all = course.chapters.flatMap { chapter in
      chapter.manifest.exercises.map { (chapter, $0) }
    }
    log.note("every manifest is complete", course.chapters.flatMap(numbers) + all.flatMap(fields))
    log.note("every stub has its mark and its fingerprint", all.flatMap(stub))
    log.note("every solution fills its hole", all.flatMap(solution))
    log.note("every exercise has its suite", all.flatMap(suite))
    log.note(
      "stubs and solutions declare and document the same", all.flatMap(differences))
  }

  private func numbers(_ chapter: Chapter) -> [String] {
    let place = "Exercises/\(chapter.folder)/chapter.json"
    var problems: [String] = []
    if Int(chapter.folder.prefix { $0 != "-" }) != chapter.manifest.number {
      problems.append("\(place): the number differs from the folder's")
    }
    let ids = chapter.manifest.exercises.map(\.id)
    if Set(ids).count != ids.count { problems.append("\(place): two exercises have the same id") }
    let files = chapter.manifest.exercises.map(\.file)
    if Set(files).count != files.count { problems.append("\(place): two exercises share a file") }
    return problems
  }

  private func fields(_ chapter: Chapter, _ exercise: Exercise) -> [String] {
    let place = "Exercises/\(chapter.folder)/chapter.json: \(exercise.id)"
    var problems: [String] = []
    if !exercise.id.hasPrefix("\(chapter.manifest.number).") {
      problems.append("\(place): the id does not begin with the chapter's number")
    }
    if exercise.minutes <= 0 { problems.append("\(place): minutes are missing") }
    if exercise.tests.isEmpty { problems.append("\(place): there are no tests") }
    if exercise.tests.contains(where: { $0.points <= 0 }) {
      problems.append("\(place): a test has no points")
    }
    if exercise.hints.count != 3 {
      problems.append("\(place): there are \(exercise.hints.count) hints, not 3")
    }
    for (number, hint) in exercise.hints.enumerated() {
      let words = hint.split(separator: " ").count
      if !(20...60).contains(words) {
        problems.append("\(place): hint \(number + 1) has \(words) words, not 20 to 60")
      }
    }
    return problems
  }

  private func stub(_ chapter: Chapter, _ exercise: Exercise) -> [String] {
    let path = "Exercises/\(chapter.folder)/\(exercise.file)"
    guard let text = Files.text("\(course.root)/\(path)") else { return ["\(path) is missing"] }
    var problems: [String] = []
    let marks = text.split(separator: exercise.marker, omittingEmptySubsequences: false).count - 1
    if marks < 1 { problems.append("\(path) has no \(exercise.marker)") }
    let actual = fingerprint(ofSwiftSource: text)
    if actual != exercise.stub {
      problems.append(
        "Exercises/\(chapter.folder)/chapter.json: \(exercise.id): \"stub\" must be \"\(actual)\"")
    }
    return problems
  }

  private func solution(_ chapter: Chapter, _ exercise: Exercise) -> [String] {
    let path = "Solutions/\(chapter.folder)/\(exercise.file)"
    guard let text = Files.text("\(course.root)/\(path)") else { return ["\(path) is missing"] }
    return text.contains("TODO(") ? ["\(path) still has a TODO"] : []
  }

  private func suite(_ chapter: Chapter, _ exercise: Exercise) -> [String] {
    let folder = "Tests/\(chapter.folder)"
    let texts = Files.swift(in: "\(course.root)/\(folder)").compactMap(Files.text)
    guard let text = texts.first(where: { $0.contains("struct \(exercise.suite) ") }) else {
      return ["\(folder) has no `struct \(exercise.suite)` for \(exercise.id)"]
    }
    let trait = ".exercise(\"\(exercise.id)\")"
    let title = "\"\(exercise.id) \(exercise.title)\""
    return [trait, title].filter { !text.contains($0) }
      .map { "\(folder): \(exercise.suite) lacks \($0)" }
  }

  private func differences(_ chapter: Chapter, _ exercise: Exercise) -> [String] {
    let file = "\(chapter.folder)/\(exercise.file)"
    // A missing file is reported already.
    guard let left = declarations["Exercises/\(file)"],
      let right = declarations["Solutions/\(file)"]
    else { return [] }
    return left.filter { !right.contains($0) }.map { declaration in
      "Solutions/\(file) does not have this as the stub has it: \(declaration.signature)"
    }
      + right.filter { !left.contains($0) }.map { declaration in
        "Exercises/\(file) does not have this as the solution has it: \(declaration.signature)"
      }
  }
}
