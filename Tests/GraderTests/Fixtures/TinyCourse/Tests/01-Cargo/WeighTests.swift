import Chapter01Cargo
import CourseTesting
import Testing

@Suite("1.1 Weigh", .exercise("1.1")) struct WeighTests {
  @Test func `adds the crates up`() {
    #expect(weigh([4, 5, 6]) == 15, "every crate counts once")
  }

  @Test func `an empty ship weighs "nothing" (really)`() {
    #expect(weigh([]) == 0)
    #expect(weigh([7]) == 7)
  }
}
