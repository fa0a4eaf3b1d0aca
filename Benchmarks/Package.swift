// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

// As the package of the course compiles its exercises.
let observed: [SwiftSetting] = [
  .unsafeFlags(["-sanitize=thread"], .when(platforms: [.linux], configuration: .debug))
]

// A package of its own, so that the course depends on nothing outside the toolchain.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS("26.0")],
  dependencies: [
    .package(name: "swift-concurrency-course", path: ".."),
    .package(url: "https://github.com/apple/swift-async-algorithms", exact: "1.1.4"),
  ],
  targets: [
    .target(name: "Measure"),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Measure",
        .product(name: "Channels", package: "swift-concurrency-course"),
        .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
      ],
      swiftSettings: settings),
    .target(
      name: "Ships",
      dependencies: [.product(name: "Channels", package: "swift-concurrency-course")],
      swiftSettings: settings),
    .target(
      name: "ShipsObserved",
      dependencies: [.product(name: "Channels", package: "swift-concurrency-course")],
      swiftSettings: settings + observed),
    .executableTarget(
      name: "bubbles",
      dependencies: [
        "Ships", "ShipsObserved",
        .product(name: "Bubble", package: "swift-concurrency-course"),
        .product(name: "Channels", package: "swift-concurrency-course"),
      ],
      swiftSettings: settings),
  ]
)
