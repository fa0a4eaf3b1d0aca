/// Two submissions that are the same but for names, as far as their own code goes.
struct SimilarPair: Equatable {
  var first: String
  var second: String

  /// How much of the smaller one's own code the other has too, in percent.
  var percent: Int

  /// The exercises that are the same.
  var exercises: [String]
}
