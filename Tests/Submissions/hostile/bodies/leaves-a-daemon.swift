  signal(SIGTERM, SIG_IGN)
  start("trap '' TERM HUP INT; setsid sh -c 'trap \"\" TERM; sleep 4711 & sleep 4711' & sleep 4711 &")
  return nil
}
