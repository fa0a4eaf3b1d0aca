import Foundation
import GraderFormats

/// Finds similar submissions: those that are the same except for names.
///
/// The same code is not enough, because short exercises have short answers. There are two signs:
///
/// - Nearly all code of one exercise is also in another submission, and it is long. Added code, and
///   the number of submissions that have it, make no difference.
/// - Nearly all code of a submission is also in another one, and they share *telling* code: code
///   that at most a twentieth of the class (or at most five submissions) has.
///
/// So it does not find short answers that many share, nor a copy that was thoroughly rewritten.
///
/// Code is compared as sets of numbers; see `Fingerprints`.
struct Likeness {
  /// How much of the smaller code must be in the larger one, in percent.
  static let leastPercent = 80

  /// How much of the larger submission must be in the smaller one, in percent.
  static let leastOfLarger = 50

  /// How many telling numbers must be shared; fewer prove nothing.
  static let leastShared = 20

  /// Code of one exercise with this many numbers, about a hundred tokens, is long.
  ///
  /// Such code is not nearly the same by chance: of the course's own right answers, some two
  /// hundred, only three are so close to another one, and those were made from the solution.
  static let longCode = 30
  static let leastOfLong = 90

  private let names: [String]
  private let codes: [[String: Set<UInt32>]]
  private let samples: [String: Set<UInt32>]

  init(_ fingerprints: Fingerprints) {
    names = fingerprints.names
    codes = names.map(fingerprints.numbers)
    samples = fingerprints.sampleNumbers
  }

  // MARK: Groups

  /// The groups of similar submissions, the largest first.
  var groups: [SimilarGroup] {
    var leaders = Array(names.indices)
    func leader(of index: Int) -> Int {
      leaders[index] == index ? index : leader(of: leaders[index])
    }
    let pairs = similarPairs
    for pair in pairs {
      let (first, second) = (leader(of: pair.first), leader(of: pair.second))
      leaders[max(first, second)] = min(first, second)
    }
    var found: [Int: SimilarGroup] = [:]
    for pair in pairs {
      var group =
        found[leader(of: pair.first)] ?? SimilarGroup(names: [], percent: 100, exercises: [])
      group.percent = min(group.percent, pair.percent)
      group.exercises = Self.inOrder(Set(group.exercises).union(pair.exercises))
      found[leader(of: pair.first)] = group
    }
    for index in names.indices { found[leader(of: index)]?.names.append(names[index]) }
    return found.values.sorted { ($1.names.count, $0.names[0]) < ($0.names.count, $1.names[0]) }
  }

  /// The submissions that have long code of the sample answers, in order.
  var sampleCopies: [SampleCopy] {
    zip(names, codes).compactMap { name, code in
      let same = code.filter { exercise, own in
        guard let sample = samples[exercise] else { return false }
        return Self.isSameAtLength(own, sample, longCode: Self.leastShared)
      }
      return same.isEmpty ? nil : SampleCopy(name: name, exercises: Self.inOrder(same.keys))
    }
  }

  private struct Pair {
    var first: Int
    var second: Int
    var percent: Int
    var exercises: [String]
  }

  private var similarPairs: [Pair] {
    var exercises: [Int: Set<String>] = [:]
    for key in similarAsAWhole { exercises[key, default: []] = [] }
    for (exercise, keys) in sameAtLength {
      for key in keys { exercises[key, default: []].insert(exercise) }
    }
    return exercises.sorted { $0.key < $1.key }.map { key, long in
      let (first, second) = (key / names.count, key % names.count)
      let same = long.union(sameExercises(codes[first], codes[second]))
      return Pair(
        first: first, second: second, percent: percent(codes[first], codes[second], in: same),
        exercises: Self.inOrder(same))
    }
  }

  private func key(_ one: Int, _ other: Int) -> Int {
    min(one, other) * names.count + max(one, other)
  }

  // MARK: Long code

  /// For each exercise, the pairs in which one has nearly all of the other's long code.
  private var sameAtLength: [String: [Int]] {
    let exercises = Set(codes.flatMap(\.keys))
    return Dictionary(
      uniqueKeysWithValues: exercises.map { exercise in
        // Equal code is compared only once.
        var owners: [Set<UInt32>: [Int]] = [:]
        for (index, code) in codes.enumerated() {
          guard let own = code[exercise], own.count >= Self.longCode else { continue }
          owners[own, default: []].append(index)
        }
        var keys: [Int] = []
        for same in owners.values { keys += pairs(within: same) }
        for (one, other) in Self.candidates(Array(owners.keys))
        where Self.isSameAtLength(one, other, longCode: Self.longCode) {
          for first in owners[one] ?? [] {
            keys += (owners[other] ?? []).map { key(first, $0) }
          }
        }
        return (exercise, keys)
      })
  }

  private func pairs(within owners: [Int]) -> [Int] {
    owners.enumerated().flatMap { place, first in
      owners[(place + 1)...].map { key(first, $0) }
    }
  }

  private static func isSameAtLength(
    _ one: Set<UInt32>, _ other: Set<UInt32>, longCode: Int
  ) -> Bool {
    let smaller = min(one.count, other.count)
    return smaller >= longCode && 100 * one.intersection(other).count >= leastOfLong * smaller
  }

  /// Pairs that may share much, found without comparing all pairs (MinHash): sets that share a
  /// third of their numbers have one of these sixteen smallest numbers in common in 499 of 500
  /// cases.
  private static func candidates(
    _ sets: [Set<UInt32>]
  ) -> [(Set<UInt32>, Set<UInt32>)] {
    var found: Set<Int> = []
    for round in 1...16 {
      let factor = UInt32(truncatingIfNeeded: 0x9e37_79b1 &* round) | 1
      var buckets: [UInt32: [Int]] = [:]
      for (index, set) in sets.enumerated() {
        buckets[set.lazy.map { $0 &* factor }.min() ?? 0, default: []].append(index)
      }
      for bucket in buckets.values {
        for (place, first) in bucket.enumerated() {
          for second in bucket[(place + 1)...] { found.insert(first * sets.count + second) }
        }
      }
    }
    return found.map { (sets[$0 / sets.count], sets[$0 % sets.count]) }
  }

  // MARK: Whole submissions

  /// The pairs that share nearly all of their code, including telling code.
  private var similarAsAWhole: [Int] {
    var telling = Array(repeating: 0, count: names.count)
    var shared: [Int: Int] = [:]
    for sharing in ownersOfTellingNumbers.values {
      for (place, first) in sharing.enumerated() {
        telling[first] += 1
        for second in sharing[(place + 1)...] { shared[key(first, second), default: 0] += 1 }
      }
    }
    return shared.filter { key, count in
      let (first, second) = (key / names.count, key % names.count)
      return count >= Self.leastShared
        && 100 * count >= Self.leastPercent * min(telling[first], telling[second])
        && isSameAsAWhole(codes[first], codes[second])
    }.map(\.key)
  }

  /// The submissions that have each telling number of each exercise.
  private var ownersOfTellingNumbers: [UInt64: [Int]] {
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

  private func isSameAsAWhole(
    _ first: [String: Set<UInt32>], _ second: [String: Set<UInt32>]
  ) -> Bool {
    let sizes = [first, second].map { code in code.values.reduce(0) { $0 + $1.count } }.sorted()
    let shared = first.reduce(0) { sum, code in
      sum + code.value.intersection(second[code.key] ?? []).count
    }
    return 100 * shared >= Self.leastPercent * sizes[0]
      && 100 * shared >= Self.leastOfLarger * sizes[1]
  }

  private func sameExercises(
    _ first: [String: Set<UInt32>], _ second: [String: Set<UInt32>]
  ) -> Set<String> {
    Set(
      first.keys.filter { exercise in
        let own = first[exercise] ?? []
        let other = second[exercise] ?? []
        let smaller = min(own.count, other.count)
        return smaller > 0
          && 100 * own.intersection(other).count >= Self.leastPercent * smaller
      })
  }

  /// How much of the smaller code is also in the larger one, in these exercises.
  private func percent(
    _ first: [String: Set<UInt32>], _ second: [String: Set<UInt32>], in exercises: Set<String>
  ) -> Int {
    let sums = exercises.reduce(into: (shared: 0, smaller: 0)) { sums, exercise in
      let (own, other) = (first[exercise] ?? [], second[exercise] ?? [])
      sums.shared += own.intersection(other).count
      sums.smaller += min(own.count, other.count)
    }
    return 100 * sums.shared / max(1, sums.smaller)
  }

  private static func inOrder(_ exercises: some Sequence<String>) -> [String] {
    exercises.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
  }
}

/// Submissions whose own code is the same except for names.
struct SimilarGroup: Equatable {
  /// Two or more, in order.
  var names: [String]

  /// For the least similar pair: how much of the smaller code is also in the larger one, in
  /// percent.
  var percent: Int

  /// The exercises that at least two of them have in common.
  var exercises: [String]
}

/// A submission with exercises that are the same as the sample answer, except for names.
struct SampleCopy: Equatable {
  var name: String
  var exercises: [String]
}
