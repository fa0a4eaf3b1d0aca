// right: cut off one part, and do the rest at the same time

/// Adds up `numbers` in parts, all of them at the same time.
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  guard parts > 1 else { return await add(numbers[...]) }
  let length = (numbers.count + parts - 1) / parts
  async let first = add(numbers.prefix(length))
  async let rest = sum(Array(numbers.dropFirst(length)), parts: parts - 1, add: add)
  return await first + rest
}
