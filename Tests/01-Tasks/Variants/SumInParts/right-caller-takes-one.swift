// right: the calling task adds up the last part itself
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  let bounds = (0...parts).map { $0 * numbers.count / parts }

  return await withTaskGroup { group in
    for part in 1..<parts {
      group.addTask { await add(numbers[bounds[part - 1]..<bounds[part]]) }
    }
    let own = await add(numbers[bounds[parts - 1]..<bounds[parts]])
    return await group.reduce(own, +)
  }
}
