  var all: [UnsafeMutableRawPointer] = []
  while true {
    let some = UnsafeMutableRawPointer.allocate(byteCount: 64 << 20, alignment: 16)
    memset(some, 7, 64 << 20)
    all.append(some)
  }
  return nil
}
