  start("while :; do sleep 60 & done")
  while true { usleep(1000) }
  return nil
}
