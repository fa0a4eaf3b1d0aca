  start("for i in 1 2 3 4; do head -c 1500000000 /dev/zero | tail & done; wait")
  while true { usleep(1000) }
  return nil
}
