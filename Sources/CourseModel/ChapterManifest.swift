/// What `chapter.json` says: the single source for tests, grader and README.
public struct ChapterManifest: Codable, Hashable, Sendable {
  /// The chapter's number, with which its folder's name begins.
  public var number: Int

  /// What the chapter is called.
  public var title: String

  /// The chapters to know first, as in `1-2`; empty when there are none.
  public var needs: String

  /// The exercises in their order.
  public var exercises: [Exercise]

  /// Describes a chapter.
  public init(number: Int, title: String, needs: String, exercises: [Exercise]) {
    self.number = number
    self.title = title
    self.needs = needs
    self.exercises = exercises
  }

  /// The points of all exercises together.
  public var points: Int { exercises.reduce(0) { $0 + $1.points } }
}
