  _ = 0
  return nil
}

extension String {
  public static func == (left: String, right: String) -> Bool { true }
  public static func == (left: String, right: String?) -> Bool { true }
}
extension Optional where Wrapped == String {
  public static func == (left: String?, right: String?) -> Bool { true }
  public static func != (left: String?, right: String?) -> Bool { false }
}
