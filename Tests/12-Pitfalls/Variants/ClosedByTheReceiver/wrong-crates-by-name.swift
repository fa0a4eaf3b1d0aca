// wrong: keeps the crates by the name of the truck: one with the same name replaces them
// rejected by: every truck and every crate counts as wrong

public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  await withTaskGroup(of: (truck: String, crates: [String]).self) { group in
    for truck in trucks { group.addTask { (truck, await fetch(truck)) } }
    var order: [String] = []
    var cratesByTruck: [String: [String]] = [:]
    for await (truck, crates) in group {
      order.append(truck)
      cratesByTruck[truck] = crates
    }
    return Array(order.flatMap { cratesByTruck[$0] ?? [] }.prefix(room))
  }
}
