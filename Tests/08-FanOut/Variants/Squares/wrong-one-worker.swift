// wrong: one worker does all
// rejected by: three workers are at work at once as wrong

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  var results: [Int] = []
  for number in numbers { results.append(await square(number)) }
  return results
}
