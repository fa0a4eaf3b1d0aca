/// The argument lists for the compiler; the language settings are those of `Package.swift`.
struct Compiler {
  var toolchain: Toolchain

  private static let language = [
    "-swift-version", "6",
    "-enable-upcoming-feature", "ExistentialAny",
    "-enable-upcoming-feature", "InternalImportsByDefault",
    "-enable-upcoming-feature", "MemberImportVisibility",
    "-enable-upcoming-feature", "NonisolatedNonsendingByDefault",
    "-enable-upcoming-feature", "InferIsolatedConformances",
  ]

  /// For the course's own modules: students' code and the tests cannot use `package` declarations.
  static let package = ["-package-name", "course"]

  /// Compiles one module as a whole.
  ///
  /// Line tables are enough to say where something crashed or was started. Full debug information
  /// would need a module wrapped into the object.
  func module(
    _ name: String, sources: [String], search: [String], object: String?, extra: [String]
  ) -> [String] {
    [toolchain.swiftc] + Self.language
      + [
        "-parse-as-library", "-wmo", "-gline-tables-only", "-diagnostic-style", "llvm",
        // A bubble follows frame pointers to find where a task was started.
        "-Xcc", "-fno-omit-frame-pointer",
        "-module-name", name, "-plugin-path", toolchain.plugins,
      ]
      + search.flatMap { ["-I", $0] } + extra
      + (object.map { ["-emit-object", "-o", $0] } ?? []) + sources
  }

  /// Compiles one C file.
  func c(source: String, include: String, object: String) -> [String] {
    [
      toolchain.clang, "-c", "-O2", "-g", "-fno-omit-frame-pointer", "-fPIC", "-I", include, source,
      "-o", object,
    ]
  }

  func link(_ objects: [String], to executable: String) -> [String] {
    [toolchain.swiftc, "-use-ld=lld", "-o", executable] + objects
  }
}
