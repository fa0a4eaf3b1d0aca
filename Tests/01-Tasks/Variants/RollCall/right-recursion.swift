// right: the first ship beside all others

/// Hails every ship at the same time and returns all their answers, in any order.
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  guard let first = ships.first else { return [] }
  async let answer = hail(first)
  async let others = rollCall(of: Array(ships.dropFirst()), hail: hail)
  return await [answer] + others
}
