import Bubble
import Chapter02Counter
import CourseTesting

/// One task that goes in: when it comes, and for how long.
struct Visit {
  let isWriter: Bool
  /// In seconds, like the duration; no two tasks come at the same moment.
  let arrival: Int
  let duration: Int

  init(number: Int, from draw: inout Draw) {
    isWriter = draw.number(in: 1...3) == 1
    arrival = number
    duration = draw.number(in: 1...4)
  }

  var text: String { "\(arrival) s (\(isWriter ? "writer" : "reader"), \(duration) s)" }

  /// The rule of the exercise: each goes in when all that it must not meet have left, and not before
  /// the one that came earlier.
  static func timesOfEntry(_ visits: [Visit]) -> [Double] {
    var times: [Double] = []
    var writersHaveLeft = 0.0
    var allHaveLeft = 0.0
    for visit in visits {
      let isFree = visit.isWriter ? allHaveLeft : writersHaveLeft
      let entry = max(Double(visit.arrival), times.last ?? 0, isFree)
      times.append(entry)
      allHaveLeft = max(allHaveLeft, entry + Double(visit.duration))
      if visit.isWriter { writersHaveLeft = entry + Double(visit.duration) }
    }
    return times
  }
}

/// Lets all tasks come and go, and returns when each went in, in seconds.
func timesOfEntry(_ visits: [Visit]) async -> [Double] {
  let chart = ReadersAndWriter()
  let start = Bubble.elapsed
  return await withTaskGroup(of: (Int, Double).self) { group in
    for (index, visit) in visits.enumerated() {
      group.addTask {
        try? await Task.sleep(for: .seconds(visit.arrival))
        let stay = { () async -> Double in
          let time = (Bubble.elapsed - start) / .seconds(1)
          try? await Task.sleep(for: .seconds(visit.duration))
          return time
        }
        return (index, visit.isWriter ? await chart.write(stay) : await chart.read(stay))
      }
    }
    return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      .sorted { $0.key < $1.key }.map(\.value)
  }
}
