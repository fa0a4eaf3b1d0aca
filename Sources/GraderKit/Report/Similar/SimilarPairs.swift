import Foundation

/// Finds the pairs of submissions that are worth a look: those that are the same but for names.
///
/// Being the same is not enough, because short exercises have short answers. The pair must also
/// share code that tells somebody apart: not the stub's, and not what more than a twentieth of the
/// class (and more than five) wrote alike. So it is blind to what a whole row shares, to a copy
/// that was rewritten in earnest, and to one that is a small part of somebody's work.
enum SimilarPairs {
  /// How much of the smaller submission must be in the larger one, in percent.
  static let leastPercent = 80

  /// How much of the larger submission that must be, in percent.
  static let leastOfLarger = 50

  /// How many numbers that tell somebody apart must be shared; less is too little to say anything.
  static let leastShared = 20

  /// The similar pairs, those that share most first.
  static func find(_ fingerprints: Fingerprints) -> [SimilarPair] {
    let names = fingerprints.submissions.keys.sorted()
    let codes = names.map { fingerprints.numbers(of: $0).mapValues(Set.init) }
    var telling = Array(repeating: 0, count: names.count)
    var shared: [Int: Int] = [:]
    for sharing in owners(of: codes).values {
      for (place, first) in sharing.enumerated() {
        telling[first] += 1
        for second in sharing[(place + 1)...] {
          shared[first * names.count + second, default: 0] += 1
        }
      }
    }
    let found = shared.compactMap { key, count -> (count: Int, pair: SimilarPair)? in
      let (first, second) = (key / names.count, key % names.count)
      guard count >= leastShared,
        100 * count >= leastPercent * min(telling[first], telling[second]),
        let percent = sameness(codes[first], codes[second])
      else { return nil }
      let pair = SimilarPair(
        first: names[first], second: names[second], percent: percent,
        exercises: sameExercises(codes[first], codes[second]))
      return (count, pair)
    }
    return found.sorted {
      ($1.count, $0.pair.first, $0.pair.second) < ($0.count, $1.pair.first, $1.pair.second)
    }.map(\.pair)
  }

  /// How much of the smaller one's code is in the larger one; `nil` when that is not nearly all.
  private static func sameness(
    _ first: [String: Set<UInt32>], _ second: [String: Set<UInt32>]
  ) -> Int? {
    let sizes = [first, second].map { code in code.values.reduce(0) { $0 + $1.count } }.sorted()
    let shared = first.reduce(0) { sum, code in
      sum + code.value.intersection(second[code.key] ?? []).count
    }
    guard 100 * shared >= leastPercent * sizes[0], 100 * shared >= leastOfLarger * sizes[1] else {
      return nil
    }
    return 100 * shared / max(1, sizes[0])
  }

  /// Who has each number of each exercise, for those that tell somebody apart.
  private static func owners(of codes: [[String: Set<UInt32>]]) -> [UInt64: [Int]] {
    let exercises = Set(codes.flatMap(\.keys)).sorted()
    let places = Dictionary(uniqueKeysWithValues: exercises.enumerated().map { ($1, UInt64($0)) })
    var owners: [UInt64: [Int]] = [:]
    for (owner, code) in codes.enumerated() {
      for (exercise, numbers) in code {
        let place = places[exercise, default: 0] << 32
        for number in numbers { owners[place | UInt64(number), default: []].append(owner) }
      }
    }
    let commonplace = max(5, codes.count / 20)
    return owners.filter { $0.value.count <= commonplace }
  }

  private static func sameExercises(
    _ first: [String: Set<UInt32>], _ second: [String: Set<UInt32>]
  ) -> [String] {
    let same = first.keys.filter { exercise in
      let own = first[exercise] ?? []
      let other = second[exercise] ?? []
      let smaller = min(own.count, other.count)
      return smaller > 0 && 100 * own.intersection(other).count >= leastPercent * smaller
    }
    return same.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
  }
}
