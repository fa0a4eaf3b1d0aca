import CourseModel

/// Answers to different exercises of one chapter, which are compiled and run together.
struct AnswerSheet {
  var answers: [Answer]

  /// - Precondition: At least one answer, all of the same chapter, at most one for each exercise.
  init(_ answers: [Answer]) { self.answers = answers }

  var chapter: Chapter { answers[0].chapter }

  /// Distributes answers to as few sheets as possible: the first answers of each exercise, then the
  /// second ones, and so on.
  ///
  /// - Parameter answers: The answers, in any order.
  /// - Returns: The indices of the answers of each sheet.
  static func indices(of answers: [Answer]) -> [[Int]] {
    struct Place: Hashable {
      var chapter: String
      var number: Int
    }
    var used: [String: Int] = [:]
    var order: [Place] = []
    var sheets: [Place: [Int]] = [:]
    for (index, answer) in answers.enumerated() {
      let number = used[answer.exercise.id, default: 0]
      used[answer.exercise.id] = number + 1
      let place = Place(chapter: answer.chapter.folder, number: number)
      if sheets[place] == nil { order.append(place) }
      sheets[place, default: []].append(index)
    }
    return order.map { sheets[$0] ?? [] }
  }
}
