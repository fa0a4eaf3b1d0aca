import Foundation

/// Waits until a file is saved.
///
/// It polls instead of asking the kernel, because polling works on every system, in a network
/// folder, and with every way in which an editor saves.
struct Watch {
  private let look: () -> FolderSnapshot
  private let pause: () -> Void
  private var seen: FolderSnapshot

  /// Starts with the files as they are now: only later changes count.
  init(
    look: @escaping () -> FolderSnapshot, pause: @escaping () -> Void = { usleep(200_000) }
  ) {
    self.look = look
    self.pause = pause
    seen = look()
  }

  /// Waits for a change, and then until two looks see the same, because an editor saves several
  /// files one after another.
  ///
  /// - Returns: The paths that changed.
  mutating func nextChange() -> [String] {
    while true {
      let now = look()
      if now != seen {
        pause()
        if look() == now {
          defer { seen = now }
          return now.changes(since: seen)
        }
      } else {
        pause()
      }
    }
  }
}
