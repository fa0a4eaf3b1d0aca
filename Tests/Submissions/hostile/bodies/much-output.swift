  for _ in 0..<10_000 { print(String(repeating: "all tests passed\n", count: 1000)) }
  return nil
}
