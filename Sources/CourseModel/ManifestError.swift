/// Why a course or one of its manifests cannot be used, in one line that says what to fix.
public enum ManifestError: Error, Hashable, CustomStringConvertible {
  /// The folder has no `Exercises` with chapters in it.
  case noChapters(String)

  /// The file does not exist or cannot be read.
  case unreadable(String)

  /// The file exists but is not a manifest.
  case malformed(file: String, place: String, problem: String)

  /// The manifests do not list the exercise.
  case unknownExercise(String, file: String)

  /// The problem in one line.
  public var description: String {
    switch self {
    case .noChapters(let root):
      "\(root) has no Exercises/NN-Name/chapter.json: this is not the course's folder"
    case .unreadable(let file):
      "\(file) cannot be read: restore it, for example with `git checkout -- \(file)`"
    case .malformed(let file, let place, let problem):
      "\(file): \(place.isEmpty ? "" : place + ": ")\(problem)"
    case .unknownExercise(let id, let file):
      "\(file) does not list exercise \(id)"
    }
  }
}
