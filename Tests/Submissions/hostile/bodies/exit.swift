  exit(0)
  return nil
}
