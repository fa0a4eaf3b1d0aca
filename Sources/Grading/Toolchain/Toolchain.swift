import Foundation
import GraderFormats

/// The Swift toolchain that everything is compiled with.
package struct Toolchain {
  /// The folder that holds `usr`.
  package var root: String

  /// What the compiler itself prints, as in `Swift version 6.3.1 (swift-6.3.1-RELEASE)`.
  package var version: String
  var platform: String

  var swiftc: String { root + "/usr/bin/swiftc" }
  package var swift: String { root + "/usr/bin/swift" }
  var clang: String { root + "/usr/bin/clang" }
  var plugins: String { root + "/usr/lib/swift/host/plugins" }

  private struct TargetInfo: Decodable {
    struct Target: Decodable {
      var triple: String
    }
    struct Paths: Decodable {
      var runtimeResourcePath: String
    }
    var compilerVersion: String
    var target: Target
    var paths: Paths
  }

  /// Finds the toolchain of the `swiftc` in the search path.
  ///
  /// - Throws: `UsageError` when there is none or it does not answer.
  package static func find() throws -> Toolchain {
    guard let swiftc = Machine.program("swiftc") else {
      throw UsageError("swiftc is not in the search path: install Swift 6.3 and add it to PATH")
    }
    let outcome = Child.run([swiftc, "-print-target-info"], limits: Limits(wallSeconds: 60))
    guard outcome.succeeded,
      let info = try? JSONDecoder().decode(TargetInfo.self, from: outcome.output)
    else { throw UsageError("\(swiftc) does not work: try `swiftc -print-target-info`") }
    let resources = URL(filePath: info.paths.runtimeResourcePath)  // …/usr/lib/swift
    let usr = resources.deletingLastPathComponent().deletingLastPathComponent()
    return Toolchain(
      root: usr.deletingLastPathComponent().path(percentEncoded: false).withoutTrailingSlash,
      version: info.compilerVersion, platform: info.target.triple)
  }
}
