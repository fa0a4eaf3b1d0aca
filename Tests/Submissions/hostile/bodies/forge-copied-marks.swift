  for name in (try? FileManager.default.subpathsOfDirectory(atPath: ".")) ?? [] where name.hasSuffix("jsonl") {
    let text = (try? String(contentsOfFile: name, encoding: .utf8)) ?? ""
    let mark = text.prefix(17)
    let file = open(name, O_WRONLY | O_APPEND)
    forge { line in (mark + line).withCString { _ = write(file, $0, strlen($0)) } }
  }
  _exit(0)
  return nil
}
