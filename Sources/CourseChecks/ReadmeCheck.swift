import CourseModel
import GraderFormats

/// Compares the READMEs with the manifests, follows their links, and finds stray files.
struct ReadmeCheck {
  var course: Course

  func run(_ log: inout CheckLog) {
    log.note(
      "every README says what its manifest says", course.chapters.flatMap(differences))
    log.note(
      "READMEs and manifests name only chapters that exist", course.chapters.flatMap(strangers))
    log.note("links in READMEs lead somewhere", readmes.flatMap(deadLinks))
    log.note("no stray file", course.chapters.flatMap(strayFiles))
  }

  private func differences(_ chapter: Chapter) -> [String] {
    let path = "Exercises/\(chapter.folder)/README.md"
    guard let text = Files.text("\(course.root)/\(path)") else { return ["\(path) is missing"] }
    return ChapterReadme(text, path: path, of: chapter.manifest).problems
  }

  /// Chapters that a README or a manifest mentions, but that do not exist.
  private func strangers(_ chapter: Chapter) -> [String] {
    let folder = "Exercises/\(chapter.folder)"
    let numbers = Set(course.chapters.map(\.manifest.number))
    return ["README.md", "chapter.json"].flatMap { file in
      let named = NamedChapters.all(in: Files.text("\(course.root)/\(folder)/\(file)") ?? "")
      return named.subtracting(numbers).sorted().map {
        "\(folder)/\(file): names chapter \($0), which does not exist"
      }
    }
  }

  private var readmes: [String] {
    ["README.md", "CONTRIBUTING.md"].filter { Files.exists("\(course.root)/\($0)") }
      + course.chapters.map { "Exercises/\($0.folder)/README.md" }
  }

  /// Relative links whose file does not exist; links to the network are not checked.
  private func deadLinks(_ readme: String) -> [String] {
    let text = Files.text("\(course.root)/\(readme)") ?? ""
    let folder = readme.split(separator: "/").dropLast().joined(separator: "/")
    return text.matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }.filter { link in
      if link.contains("://") || link.hasPrefix("#") || link.hasPrefix("mailto:") { return false }
      let target = String(link.prefix { $0 != "#" })
      return !Files.exists("\(course.root)/\(folder)/\(target)")
    }.map { "\(readme): the link to \($0) leads nowhere" }
  }

  private func strayFiles(_ chapter: Chapter) -> [String] {
    let sources = chapter.manifest.exercises.map(\.file)
    let exercises = "Exercises/\(chapter.folder)"
    let solutions = "Solutions/\(chapter.folder)"
    let shared = sharedFiles(exercises, beside: sources)
    let variants = "Tests/\(chapter.folder)/Variants"
    let names = sources.map { String($0.dropLast(".swift".count)) }
    return stray(exercises, known: sources + shared + ["README.md", "chapter.json"])
      + stray(solutions, known: sources + shared)
      + stray(variants, known: names)
      + names.flatMap { name in
        Files.entries(of: "\(course.root)/\(variants)/\(name)").filter {
          !$0.hasSuffix(".swift") || !($0.hasPrefix("wrong-") || $0.hasPrefix("right-"))
        }.map {
          "\(variants)/\(name)/\($0) does not belong there: "
            + "variants are called wrong-….swift or right-….swift"
        }
      }
      + Files.entries(of: "\(course.root)/Tests/\(chapter.folder)").filter {
        !$0.hasSuffix(".swift") && $0 != "Variants"
      }.map { "Tests/\(chapter.folder)/\($0) does not belong there: remove it" }
  }

  /// Sources without a hole that belong to the chapter; the solutions have them, too.
  private func sharedFiles(_ folder: String, beside sources: [String]) -> [String] {
    Files.entries(of: "\(course.root)/\(folder)").filter { name in
      name.hasSuffix(".swift") && !sources.contains(name)
        && Files.text("\(course.root)/\(folder)/\(name)")?.contains("TODO(") == false
    }
  }

  private func stray(_ folder: String, known: [String]) -> [String] {
    Files.entries(of: "\(course.root)/\(folder)").filter { !known.contains($0) }
      .map {
        "\(folder)/\($0) belongs to no exercise: add its exercise to chapter.json, or remove it"
      }
  }
}
