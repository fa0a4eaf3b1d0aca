import CourseModel
import Grading

/// What the mutants of the course, or of a part of it, show about the tests.
struct MutantReport {
  private let judged: [(mutant: Mutant, fate: Mutant.Fate)]

  init(_ judged: [(Mutant, Mutant.Fate)]) {
    self.judged = judged.map { (mutant: $0.0, fate: $0.1) }
  }

  /// The mutants that got full points with no reason in the manifest.
  var survivors: [Mutant] {
    judged.filter { $0.fate == .survived && $0.mutant.reason == nil }.map(\.mutant)
  }

  var problems: [String] {
    survivors.map { "\($0.exercise.id) survives: \($0.name)" } + ungraded + stale
  }

  /// Every survivor with its number, its name and its diff.
  var survivorLines: [String] {
    survivors.enumerated().flatMap { index, mutant in
      let file = "\(mutant.solution.chapter.folder)/\(mutant.exercise.file)"
      let difference = LineDifference(from: mutant.solution.text, to: mutant.rewrite.text)
      return ["survivor \(index + 1), \(mutant.exercise.id): \(mutant.name)"]
        + ["--- Solutions/\(file)", "+++ \(mutant.rewrite.operation)"] + difference.lines + [""]
    }
  }

  /// The score of each chapter as a table in Markdown.
  var scoreLines: [String] {
    let chapters = Dictionary(grouping: judged) { $0.mutant.solution.chapter.manifest.number }
    let rows = chapters.sorted { $0.key < $1.key }.map { number, judged in
      row("\(number)", judged)
    }
    let total = chapters.count > 1 ? [row("all", judged)] : []
    return [
      "| chapter | mutants | killed | equivalent | surviving |",
      "| --- | --: | --: | --: | --: |",
    ] + rows + total
  }

  private func row(_ title: String, _ judged: [(mutant: Mutant, fate: Mutant.Fate)]) -> String {
    let survivors = judged.filter { $0.fate == .survived }
    let equivalent = survivors.filter { $0.mutant.reason != nil }.count
    let killed = judged.filter { $0.fate == .killed }.count
    return "| \(title) | \(killed + survivors.count) | \(killed) | \(equivalent) "
      + "| \(survivors.count - equivalent) |"
  }

  private var ungraded: [String] {
    judged.filter { $0.fate == .ungraded }.map {
      "\($0.mutant.exercise.id) could not be graded: \($0.mutant.name)"
    }
  }

  /// Entries of manifests for mutants that do not survive.
  private var stale: [String] {
    let excused = Set(
      judged.filter { $0.fate == .survived }.map { [$0.mutant.exercise.id, $0.mutant.name] })
    let exercises = Dictionary(grouping: judged) { $0.mutant.exercise }.keys.sorted {
      $0.id < $1.id
    }
    return exercises.flatMap { exercise in
      (exercise.equivalent ?? []).filter {
        !excused.contains([exercise.id, $0.mutant])
      }.map { "\(exercise.id): \"equivalent\" names no mutant that survives: \($0.mutant)" }
    }
  }
}
