/// One person's work: a folder that holds chapter folders.
struct Submission: Equatable {
  /// What the reports call it: the folder's name.
  var name: String

  /// The path that was given for it.
  var source: String

  /// The folder laid out like `Exercises/`, or `nil` when there is none.
  var exercises: String?
}
