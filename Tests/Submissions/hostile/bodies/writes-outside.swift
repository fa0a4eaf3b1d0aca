  for place in ["COURSE", "COURSE/Exercises", "/tmp", "/var/tmp", "/usr/bin", "/etc", "/root", "/dev/shm"] {
    try? "mark".write(toFile: place + "/hostile-mark", atomically: false, encoding: .utf8)
  }
  return nil
}
