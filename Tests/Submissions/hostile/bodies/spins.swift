  while true {}
  return nil
}
