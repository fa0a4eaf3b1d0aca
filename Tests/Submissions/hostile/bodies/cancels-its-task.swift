  withUnsafeCurrentTask { $0?.cancel() }
  return nil
}
