  let block = [UInt8](repeating: 7, count: 1 << 20)
  for number in 0... {
    let file = open("file\(number)", O_WRONLY | O_CREAT, 0o600)
    for _ in 0..<8 { _ = write(file, block, block.count) }
    close(file)
  }
  return nil
}
