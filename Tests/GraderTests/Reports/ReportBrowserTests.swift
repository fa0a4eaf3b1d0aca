import CourseModel
import Foundation
import Testing

@testable import GraderFormats
@testable import Grading
@testable import Reports

/// A browser without a window, where there is one.
private enum Browser {
  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// Opens `report.html` in headless Chromium, where there is one.
@Suite("report in a browser", .enabled(if: Browser.path != nil, "no chromium here"))
struct ReportBrowserTests {
  private struct Loaded {
    /// The page after its script has run.
    var elements: String

    /// What the page wrote to the console, errors of any kind included.
    var console: [Substring]
  }

  private func load(_ page: String) throws -> Loaded {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.html")
    let errors = folder.appending(path: "errors.txt")
    try Data(page.utf8).write(to: file)
    try Data().write(to: errors)

    let browser = Process()
    let output = Pipe()
    browser.executableURL = URL(filePath: "/usr/bin/timeout")
    browser.arguments = [
      "120", Browser.path ?? "", "--headless", "--no-sandbox", "--disable-gpu",
      "--disable-dev-shm-usage", "--no-first-run", "--enable-logging=stderr",
      "--user-data-dir=\(folder.path(percentEncoded: false))profile", "--dump-dom",
      file.absoluteString,
    ]
    browser.standardOutput = output
    browser.standardError = try FileHandle(forWritingTo: errors)
    try browser.run()
    let elements = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    browser.waitUntilExit()
    let log = try String(contentsOf: errors, encoding: .utf8)
    return Loaded(
      elements: elements,
      console: log.split(separator: "\n").filter { $0.contains(":CONSOLE") })
  }

  @Test func `it loads without a word on the console, and its script runs`() throws {
    let loaded = try load(Page(report: ReportSample.report).text)

    #expect(loaded.console == [])
    for id in ["class", "changes", "totals", "map", "losses", "review", "submissions"] {
      #expect(loaded.elements.contains("<section id=\"\(id)\">"))
    }
    #expect(loaded.elements.contains("<button type=\"button\">Submission</button>"))
    #expect(loaded.elements.matches(of: /<details class="submission">/).count == 6)
    #expect(!loaded.elements.contains("<img"))
  }

  @Test func `a script from outside would not run`() throws {
    let page = Page(report: ReportSample.report).text
      .replacing("</body>", with: "<script>document.title = 'taken'</script></body>")

    let loaded = try load(page)

    #expect(!loaded.elements.contains("<title>taken"))
    #expect(!loaded.console.isEmpty)
  }

  @Test func `a click on a heading sorts, another one turns the order around`() throws {
    let probe = """
      <script>
      const table = document.querySelector("table.class");
      const names = () => [...table.tBodies[0].rows].map(row => row.cells[0].textContent).join(" ");
      const buttons = [...table.tHead.querySelectorAll("button")];
      const click = i => { buttons[i].click(); return names(); };
      document.body.dataset.probe = [click(1), click(1), click(0), click(0)].join("|");
      </script></body>
      """
    let page = Page(report: ReportSample.report).text
      .replacing(/<meta http-equiv=[^>]*>/, with: "")
      .replacing(ReportSample.hostileName.visible.replacing("&", with: "&amp;"), with: "")
      .replacing("</body>", with: probe)

    let loaded = try load(page)
    let found = try #require(loaded.elements.firstMatch(of: /data-probe="([^"]*)"/))
    let orders = found.1.split(separator: "|").map { order in
      order.split(separator: " ").filter { ["anna", "bo", "chen", "dara", "zoe"].contains($0) }
        .joined(separator: " ")
    }

    #expect(loaded.console == [])
    #expect(
      orders == [
        "anna bo chen dara zoe", "zoe chen dara bo anna", "anna bo chen dara zoe",
        "zoe dara chen bo anna",
      ])
  }
}
