/// Programs in which tasks share memory, and something orders each two accesses.
///
/// Each kind of order has a file of its own.
public enum OrderedAccesses {}
