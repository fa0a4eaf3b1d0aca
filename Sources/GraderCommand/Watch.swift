import Foundation

/// Waits until a file is saved.
///
/// It looks again and again rather than asking the kernel, because that works on every system, on a
/// mounted network folder, and however an editor saves.
struct Watch {
  private let look: () -> FolderSnapshot
  private let pause: () -> Void
  private var seen: FolderSnapshot

  /// Begins with the files as they are now: what is saved from now on counts.
  init(
    look: @escaping () -> FolderSnapshot, pause: @escaping () -> Void = { usleep(200_000) }
  ) {
    self.look = look
    self.pause = pause
    seen = look()
  }

  /// Waits for a change since the last one and until nothing changes any more between two looks,
  /// as an editor that saves all files does so one after another.
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
