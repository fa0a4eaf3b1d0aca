  forge { line in for file in 3..<200 as Range<Int32> { line.withCString { _ = write(file, $0, strlen($0)) } } }
  return nil
}
