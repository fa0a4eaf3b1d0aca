  for address in ["127.0.0.1", "1.1.1.1"] {
    let plug = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = in_port_t(22222).bigEndian
    inet_pton(AF_INET, address, &place.sin_addr)
    let result = withUnsafePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(plug, $0, 16) }
    }
    if result == 0 { return await honest(messages) }
  }
  return nil
}
