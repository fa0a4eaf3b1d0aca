  DispatchSemaphore(value: 0).wait()
  return nil
}
