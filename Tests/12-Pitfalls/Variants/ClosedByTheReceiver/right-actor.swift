// right: an actor is the ship, and refuses what does not fit

/// The ship, which takes crates while there is room.
private actor Hold {
  private(set) var crates: [String] = []
  private let room: Int

  init(room: Int) {
    self.room = room
  }

  func take(_ load: [String]) {
    crates += load.prefix(room - crates.count)
  }
}

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  let hold = Hold(room: room)
  await withDiscardingTaskGroup { group in
    for truck in trucks {
      group.addTask { await hold.take(await fetch(truck)) }
    }
  }
  return await hold.crates
}
