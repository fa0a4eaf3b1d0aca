/// A chapter's folder together with its manifest.
public struct Chapter: Hashable, Sendable {
  /// The folder's name, as in `03-Channels`.
  public var folder: String

  /// What its `chapter.json` says.
  public var manifest: ChapterManifest

  /// The module that the folder is compiled to, as in `Chapter03Channels`.
  public var module: String { "Chapter" + folder.filter { $0 != "-" } }

  /// Puts a folder and its manifest together.
  public init(folder: String, manifest: ChapterManifest) {
    self.folder = folder
    self.manifest = manifest
  }

  /// The exercise with this id, if the chapter has it.
  public func exercise(_ id: String) -> Exercise? {
    manifest.exercises.first { $0.id == id }
  }
}
