/// A task that was still alive when its test was over.
struct Leak: Codable, Hashable {
  var task: String
  var startedAt: String
  var waitsFor: String
}
