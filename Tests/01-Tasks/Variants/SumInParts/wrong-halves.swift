// wrong: halves the numbers, even if the parts cannot be halved
// rejected by: all parts are added up at once as wrong
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  guard parts > 1 else { return await add(numbers[...]) }
  let middle = numbers.count / 2
  async let left = sum(Array(numbers[..<middle]), parts: parts / 2, add: add)
  async let right = sum(Array(numbers[middle...]), parts: parts - parts / 2, add: add)
  return await left + right
}
