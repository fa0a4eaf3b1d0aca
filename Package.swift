// swift-tools-version: 6.3
import PackageDescription

// Which implementation the chapter tests run against: the students' `Exercises` (default) or the
// sample `Solutions`:  COURSE_SOURCES=Solutions swift test
let sources = Context.environment["COURSE_SOURCES"] ?? "Exercises"

// Students' `swift test` needs the course's tests only. COURSE_TESTS=all adds the grader, its tests and
// those of the libraries; grade.sh asks for it, too.
let isComplete = Context.environment["COURSE_TESTS"] == "all"

// One settings list. Students' targets get only `language`, so that half-written code may warn.
let language: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  // An editor finds Swift's own declarations without an index of them, and the first build, a student's
  // longest wait, takes an eighth less.
  .unsafeFlags(["-index-ignore-system-modules"], .when(configuration: .debug)),
]
// The exercises are compiled so that a bubble is told of each memory access: `MemoryPoints.h`.
let observed: [SwiftSetting] = [
  .unsafeFlags(["-sanitize=thread"], .when(platforms: [.linux], configuration: .debug))
]
#if compiler(>=6.3) && compiler(<6.4)
  let ours = language + [.treatAllWarnings(as: .error)]
#else
  let ours = language
#endif

// With all files of a test target in one frontend, which reads their imports once, the first build
// takes a fifth less. The libraries gain nothing by it.
let together: [SwiftSetting] = [.unsafeFlags(["-driver-batch-count", "1"])]

// What an exercise calls at each access to memory, optimized in debug builds, too: the tests of the
// course take a sixth less. A bubble follows frame pointers.
let fast: [CSetting] = [
  .unsafeFlags(["-O2", "-fno-omit-frame-pointer"], .when(configuration: .debug))
]

func ours(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: ours)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: ours + together)
}

/// The exercise target and the test target of one chapter, from its folder name.
func chapter(_ folder: String) -> [Target] {
  let name = "Chapter" + folder.filter { $0 != "-" }
  return [
    .target(
      name: name, dependencies: ["Channels"], path: "\(sources)/\(folder)",
      exclude: sources == "Exercises" ? ["README.md", "chapter.json"] : [],
      swiftSettings: (sources == "Exercises" ? language : ours) + observed),
    .testTarget(
      name: name + "Tests",
      dependencies: [.target(name: name), "Channels", "Bubble", "CourseTesting"],
      path: "Tests/\(folder)", exclude: ["Variants"], swiftSettings: ours + together),
  ]
}

let package = Package(
  name: "swift-concurrency-course",
  platforms: [.macOS("26.0")],
  products: [
    .library(name: "Channels", targets: ["Channels"]),
    .library(name: "Bubble", targets: ["Bubble"]),
  ]
    + (isComplete ? [.executable(name: "grader", targets: ["grader"])] : []),
  targets: [
    .target(name: "CProbe", cSettings: fast),
    ours("Probe", ["CProbe"]),
    ours("Channels", ["Probe", "CProbe"]),
    .target(name: "CBubbleRuntime", cSettings: fast),
    // What a test process and the grader say to each other.
    ours("RunFormats"),
    ours("Bubble", ["Probe", "CBubbleRuntime", "RunFormats"]),
    ours("CourseModel"),
    ours("CourseTesting", ["CourseModel"]),
  ]
    + (isComplete
      ? [
        // The grader in layers, each of which knows those above it in this list.
        ours("GraderFormats", ["CourseModel"]),
        ours("Grading", ["CourseModel", "RunFormats", "GraderFormats"]),
        ours("Reports", ["CourseModel", "GraderFormats"]),
        ours("CourseChecks", ["CourseModel", "GraderFormats", "Grading"]),
        ours(
          "GraderCommand",
          [
            "CourseModel", "RunFormats", "GraderFormats", "Grading", "Reports", "CourseChecks",
          ]),
        .executableTarget(name: "grader", dependencies: ["GraderCommand"], swiftSettings: ours),
        tests("ChannelsTests", ["Channels", "Bubble", "Probe"]),
        .target(
          name: "BubblePrograms", dependencies: ["Channels"], path: "Tests/BubblePrograms",
          swiftSettings: language + observed),
        tests("BubbleTests", ["Bubble", "BubblePrograms", "CBubbleRuntime", "Channels"]),
        tests(
          "GraderTests",
          [
            "CourseModel", "RunFormats", "GraderFormats", "Grading", "Reports", "CourseChecks",
            "GraderCommand",
          ], exclude: ["Fixtures"]),
      ] : [])
    + [
      "01-Tasks", "02-Counter", "03-Channels", "04-Select", "05-WaitGroup", "06-WorkerPool",
      "07-Pipeline", "08-FanOut", "09-Timeout", "10-Limits", "11-Backend", "12-Pitfalls",
    ]
    .flatMap(chapter)
)
