  func deeper(_ level: Int) -> Int { deeper(level + 1) + 1 }
  if deeper(Int.random(in: 0..<2)) == 5 { print("so deep") }
  return nil
}
