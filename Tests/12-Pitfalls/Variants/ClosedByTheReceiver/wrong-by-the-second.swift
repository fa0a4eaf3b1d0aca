// wrong: orders the trucks by the second in which they arrive
// rejected by: a ship takes as much as there is room for as wrong

private struct Delivery {
  let second: Int64
  let number: Int
  let crates: [String]
}

public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  let start = ContinuousClock.now
  return await withTaskGroup(of: Delivery.self) { group in
    for (number, truck) in trucks.enumerated() {
      group.addTask {
        let crates = await fetch(truck)
        let second = (ContinuousClock.now - start).components.seconds
        return Delivery(second: second, number: number, crates: crates)
      }
    }
    var deliveries: [Delivery] = []
    for await delivery in group { deliveries.append(delivery) }
    deliveries.sort { ($0.second, $0.number) < ($1.second, $1.number) }
    return Array(deliveries.flatMap(\.crates).prefix(room))
  }
}
