  Thread.detachNewThread {
    usleep(2000)
    _exit(0)
  }
  return nil
}
