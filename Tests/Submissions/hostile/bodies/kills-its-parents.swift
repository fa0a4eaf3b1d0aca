  kill(getppid(), SIGKILL)
  kill(1, SIGKILL)
  return nil
}
