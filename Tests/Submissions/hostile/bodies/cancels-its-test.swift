  _ = try? Test.cancel()
  return nil
}
