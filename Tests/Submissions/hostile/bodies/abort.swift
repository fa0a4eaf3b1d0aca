  abort()
  return nil
}
