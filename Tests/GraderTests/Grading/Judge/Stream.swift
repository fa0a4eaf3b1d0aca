import Foundation

@testable import Grading

/// Writes event streams for tests, one line a call, in the form of Swift Testing 6.3.
struct Stream {
  var record = RunRecord()

  private(set) var lines: [Data?] = []

  mutating func line(_ text: String) {
    lines.append(Data(text.utf8))
    record.take(Data(text.utf8))
  }

  mutating func declare(_ name: String, suite: String = "WeighTests") {
    line(
      """
      {"kind":"test","payload":{"kind":"function","id":"\(id(name, suite))","name":"`\(name)`()",\
      "displayName":"\(name)"},"version":"6.3.0"}
      """)
  }

  mutating func event(_ kind: String, _ test: String? = nil, extra: String = "") {
    let owner = test.map { ",\"testID\":\"\(id($0))\"" } ?? ""
    line("{\"kind\":\"event\",\"payload\":{\"kind\":\"\(kind)\"\(owner)\(extra)}}")
  }

  mutating func issue(_ test: String?, _ text: String) {
    event(
      "issueRecorded", test,
      extra: """
        ,"issue":{"isFailure":true,"sourceLocation":{"fileID":"Chapter01CargoTests/W.swift","line":7}}\
        ,"messages":[{"symbol":"fail","text":"\(text)"}]
        """)
  }

  mutating func attach(_ test: String, _ path: String) {
    event("valueAttached", test, extra: ",\"attachment\":{\"path\":\"\(path)\"}")
  }

  mutating func end(_ test: String, symbol: String = "pass") {
    event("testEnded", test, extra: ",\"messages\":[{\"symbol\":\"\(symbol)\",\"text\":\"\"}]")
  }

  func id(_ name: String, _ suite: String = "WeighTests") -> String {
    "Chapter01CargoTests.\(suite)/`\(name)`()/W.swift:4:4"
  }
}
