/// Submissions that are the same but for names, as far as their own code goes.
struct SimilarGroup: Equatable {
  /// Two or more, in order.
  var names: [String]

  /// How much of the smaller one's code another has too, in percent, where that is least.
  var percent: Int

  /// The exercises that at least two of them have in common.
  var exercises: [String]
}

/// A submission with exercises that are the sample answer's but for names.
struct SampleCopy: Equatable {
  var name: String
  var exercises: [String]
}
