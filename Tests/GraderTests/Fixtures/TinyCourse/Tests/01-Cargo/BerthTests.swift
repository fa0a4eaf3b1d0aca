import Chapter01Cargo
import CourseTesting
import Testing

@Suite("1.2 Berth", .exercise("1.2")) struct BerthTests {
  @Test func `keeps guests in order`() async {
    let berth = Berth<Ship>()

    _ = await berth.moor(Ship("Anna"))
    _ = await berth.moor(Ship())

    #expect(await berth.all() == [Ship("Anna"), Ship()])
  }

  @Test(arguments: [1, 3]) func `counts guests`(times: Int) async {
    let berth = Berth<Int>()

    let count = await berth.moor(7, times: times)

    #expect(count == times)
  }
}
