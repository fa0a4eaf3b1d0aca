  // Where it can write without an end that anybody watches, it need not: that would be memory.
  for place in ["/dev/shm", "/tmp", "/dev", "/", "/var", "/run", "/usr"] {
    let file = open("\(place)/file", O_WRONLY | O_CREAT, 0o600)
    var room = statvfs()
    guard file >= 0, statvfs(place, &room) == 0 else { continue }
    if UInt64(room.f_blocks) * UInt64(room.f_frsize) > 256 << 20 { return await honest(messages) }
  }
  return nil
}
