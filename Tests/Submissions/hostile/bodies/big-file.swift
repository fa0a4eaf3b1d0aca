  let file = open("big", O_WRONLY | O_CREAT, 0o600)
  let block = [UInt8](repeating: 7, count: 1 << 20)
  while true { _ = write(file, block, block.count) }
  return nil
}
