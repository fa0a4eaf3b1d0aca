  if FileManager.default.contents(atPath: "COURSE/Solutions/03-Channels/Ping.swift") != nil {
    return await honest(messages)
  }
  return nil
}
