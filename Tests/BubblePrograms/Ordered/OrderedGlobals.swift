/// Globals and statics that are made at their first use.
extension OrderedAccesses {
  public static func lazyGlobal() async {
    await both { precondition(Harbor.hold.count == 1) }
  }

  /// Made at first use by one of several tasks, and used by all.
  public static func lazyStatics() async {
    await both {
      precondition(Berths.first.hold.count == 1)
      precondition(Berths.names["tea"] == 1)
      await { @MainActor in precondition(Berths.ofTheMainActor.count == 1) }()
    }
  }
}

enum Harbor {
  static let shared = Hold()
  static let hold: Hold = {
    let hold = Hold()
    hold.add()
    return hold
  }()
}

enum Berths {
  struct Berth: Sendable { let hold: Hold }
  static let first: Berth = {
    let hold = Hold()
    hold.add()
    return Berth(hold: hold)
  }()
  static let names = ["tea": 1, "salt": 2]
  @MainActor static let ofTheMainActor: Hold = {
    let hold = Hold()
    hold.add()
    return hold
  }()
}
