import CourseModel
import GraderFormats

/// The commands that the compiler's driver runs for a chapter, so that the grader can run them
/// itself.
///
/// The driver needs a third of the time in which a small chapter compiles. So it is asked for its
/// commands once per prebuilt course, with placeholders that are replaced later. If its answer is
/// not understood, there are no direct commands, and the driver is used.
struct DirectCommands: Codable {
  private var compile: [String]
  private var link: [String]

  private static let module = "ModuleName"
  private static let chapter = "ChapterFolder"
  private static let source = "Source.swift"
  private static let moduleCache = "/ModuleCache"
  private static let object = "/Object.o"
  private static let declarations = "/Declarations"
  private static let program = "/Program"

  /// Asks the driver for its commands; `nil` when its answer is not understood.
  ///
  /// - Parameters:
  ///   - prebuilt: A complete prebuilt course, in its final place.
  ///   - imports: An object that imports everything a chapter may import.
  ///   - folder: Where to put temporary files.
  ///   - answer: Runs a command and returns what it prints; `nil` when it fails.
  init?(
    _ prebuilt: PrebuiltCourse, imports: String, in folder: String, answer: ([String]) -> String?
  ) {
    let compile = prebuilt.chapterCommand(
      module: Self.module, folder: Self.chapter, sources: [Self.source], object: Self.object,
      moduleCache: Self.moduleCache, declarations: Self.declarations)
    let link = prebuilt.compiler.link([Self.object], to: Self.program)
    let flags = folder + "/flags"
    let objects = Files.entries(of: prebuilt.folder).filter { $0.hasSuffix(".o") }
    let known = objects.map { "\(prebuilt.folder)/\($0)" } + prebuilt.libraryObjects + [imports]
    guard
      let compilation = Self.jobs(answer(compile + ["-driver-print-jobs"])), compilation.count == 1,
      compilation[0].dropFirst().first == "-frontend", compilation[0].contains(Self.source),
      let linkage = Self.jobs(answer(link + ["-driver-print-jobs"])), linkage.count == 2,
      let extract = linkage[0].first, extract.hasSuffix("/swift-autolink-extract"),
      let place = linkage[1].firstIndex(where: { $0.hasPrefix("@") }),
      answer([extract] + known + ["-o", flags]) != nil, let words = Files.text(flags)
    else { return nil }
    self.compile = compilation[0]
    self.link = linkage[1]
    // Leave out libraries that nothing refers to, as the driver does if no one imports them.
    let found = words.split(whereSeparator: \.isWhitespace).map(String.init)
    self.link.replaceSubrange(place...place, with: ["-Wl,--as-needed"] + found)
  }

  /// The command that compiles a chapter.
  func compile(
    _ chapter: Chapter, sources: [String], object: String, moduleCache: String,
    declarations: String
  ) -> [String] {
    // Files that are written beside the object have its name with another extension.
    let (stem, beside) = (Self.object.dropLast(), object.dropLast())
    return compile.flatMap { word -> [String] in
      switch word {
      case Self.source: sources
      case Self.module: [chapter.module]
      case Self.moduleCache: [moduleCache]
      case Self.declarations: [declarations]
      case _ where word.hasPrefix(stem): [String(beside + word.dropFirst(stem.count))]
      default: [word.replacing(Self.chapter, with: chapter.folder)]
      }
    }
  }

  /// The command that links objects to a program.
  func link(_ objects: [String], to program: String) -> [String] {
    link.flatMap { word -> [String] in
      switch word {
      case Self.object: objects
      case Self.program: [program]
      default: [word]
      }
    }
  }

  /// The commands in the driver's answer; `nil` when a quote in it is never closed.
  private static func jobs(_ answer: String?) -> [[String]]? {
    guard let lines = answer?.split(separator: "\n") else { return nil }
    let commands = lines.compactMap(ShellWords.of)
    return commands.count == lines.count ? commands : nil
  }
}
