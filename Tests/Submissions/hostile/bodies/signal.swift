  kill(getpid(), SIGKILL)
  return nil
}
