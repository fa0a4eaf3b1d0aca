/// How long a single test may go on before it counts as stuck.
///
/// A bubble finds out by itself, long before; this is for what blocks outside of one.
struct Patience {
  /// Processor time, not real time, so that a loaded machine changes nothing.
  var processorSeconds = 60.0

  /// Real seconds in which no thread of the process wants to run.
  var idleSeconds = 20.0
}
