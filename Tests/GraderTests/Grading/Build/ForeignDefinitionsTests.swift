import Testing

@testable import Grading

@Suite("definitions of a chapter") struct ForeignDefinitionsTests {
  @Test(arguments: [
    ("$s17Chapter03Channels4ping4overSSSg0B07ChannelCySSG_tYaF", false),
    ("$s8Channels7ChannelC09Chapter03A0E3fooyyF", false),
    ("$sSi17Chapter03ChannelsE3bazyyF", false), ("$sScA_pSgMd", true),
    ("symbolic _____ 17Chapter03Channels1AC", true), ("generic environment x", true),
    ("$s7Testing7CommentVSgMD", true),
  ])
  func `a chapter has its own names`(name: String, isWeak: Bool) {
    #expect(
      ForeignDefinitions.isOwn(.init(name: name, isWeak: isWeak), module: "Chapter03Channels"))
  }

  @Test(arguments: [
    ("swt_abiv0_getEntryPoint", false), ("swt_abiv0_getEntryPoint", true), ("main", false),
    ("$sScA_pSgMd", false),
    ("$s7Testing12__checkValueyyF", false), ("$s7Testing12__checkValueyyF", true),
    ("$s6Bubble4openyyF", true), ("$s22Chapter03ChannelsTests4pingyyF", false),
    ("Chapter03", false), ("$s14Chapter04Select4pingyyF", false),
  ])
  func `others are not its own`(name: String, isWeak: Bool) {
    #expect(
      !ForeignDefinitions.isOwn(.init(name: name, isWeak: isWeak), module: "Chapter03Channels"))
  }
}
