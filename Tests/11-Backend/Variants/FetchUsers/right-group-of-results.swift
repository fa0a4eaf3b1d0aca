// right: a group of results that never throws, cancelled by hand

import Channels

public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  let list = GuestList(count: ids.count)
  await withTaskGroup(of: Bool.self) { group in
    for (place, id) in ids.enumerated() {
      group.addTask {
        do {
          await list.write(try await fetch(id), at: place)
          return true
        } catch {
          await list.note(error)
          return false
        }
      }
    }
    for await succeeded in group where !succeeded { group.cancelAll() }
  }
  return try await list.read()
}

private actor GuestList {
  private var names: [String]
  private var error: (any Error)?

  init(count: Int) { names = Array(repeating: "", count: count) }

  func write(_ name: String, at place: Int) { names[place] = name }
  func note(_ error: any Error) { if self.error == nil { self.error = error } }
  func read() throws -> [String] {
    if let error { throw error }
    return names
  }
}
