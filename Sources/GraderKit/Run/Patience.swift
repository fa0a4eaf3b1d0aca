/// How long a single test may go on before it counts as stuck.
///
/// A bubble finds out by itself, long before; this is for what blocks outside of one.
struct Patience {
  /// Processor time, not real time, so that a loaded machine changes nothing.
  var processorSeconds = 20.0

  /// Real seconds in which no thread of the process wants to run.
  var idleSeconds = 5.0

  /// So many tests of an exercise may come to these limits; the rest of its tests are not tried then,
  /// so that a chapter of a dozen exercises is graded within minutes, whatever is in it.
  var mostLost = 2
}
