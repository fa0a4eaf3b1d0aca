  // In all schedules of all tests, tens of millions of lines.
  for _ in 0..<200 { print(String(repeating: "all tests passed\n", count: 1000)) }
  return nil
}
