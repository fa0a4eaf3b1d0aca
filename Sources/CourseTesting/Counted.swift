/// Says a number with its noun, as in "1 worker" and "3 workers".
///
/// - Parameters:
///   - number: How many there are.
///   - noun: A noun whose plural ends in "s".
/// - Returns: Both, the noun in the right form.
public func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)" + (number == 1 ? "" : "s")
}
