import Testing

@testable import Grading

@Suite("names of submissions") struct SubmissionNameTests {
  @Test(arguments: [
    ("Ada Byron_123456_assignsubmission_file_", "Ada Byron", nil),
    ("Ada Byron_123456_assignsubmission_file_work", "Ada Byron", "work"),
    ("Ada_By Ron_7_assignsubmission_onlinetext_", "Ada_By Ron", nil),
    ("Participant_4006832_assignsubmission_file_", "Participant 4006832", nil),
    ("Teilnehmer-in_12_assignsubmission_file_", "Teilnehmer-in 12", nil),
    ("byronada_1234_567890_homework", "byronada", "homework"),
    ("byronada_LATE_1234_567890_homework-2", "byronada", "homework-2"),
    ("byronada_1234_text.html", "byronada", "text.html"),
    ("anon_Xb4cd_567890_HelloWorld.swift", "anon Xb4cd", "HelloWorld.swift"),
    ("Homework 1_byron_attempt_2026-11-21-10-00-00_work", "byron", "work"),
    ("Hausaufgabe_byron_Versuch_2026-11-21-10-00-00", "byron", nil),
    (
      "Homework 1_mallory_attempt_2026-11-21-10-00-00_HW_byron_attempt_2026-11-23-10-00-00_a.zip",
      "mallory", "HW_byron_attempt_2026-11-23-10-00-00_a.zip"
    ),
    ("作业_byron_尝试_2026-11-21-10-00-00_a_b.zip", "byron", "a_b.zip"),
    ("12345-67890 - Ada Byron - Nov 21, 2026 1000 AM", "Ada Byron", nil),
    ("12345-67890 - Anne-Marie Ek - 21 novembre 2026 10h00 - work", "Anne-Marie Ek", "work"),
    ("12345-67890 - Ada Byron - 2026-11-21 1000", "Ada Byron", nil),
  ])
  func `what a platform adds is taken off`(given: String, name: String, file: String?) {
    let read = SubmissionName(given)

    #expect(read?.shown == name)
    #expect(read?.file == file)
  }

  @Test(arguments: [
    "ada_byron", "team_7", "=1+1", "Byron, Ada(adab)", "2026-11-21", "a_1_2", "1-2 - b",
    "homework_attempt_1", "Ada Byron - work",
  ])
  func `a name of one's own stays`(given: String) {
    #expect(SubmissionName(given) == nil)
  }

  @Test func `a receipt is not work`() {
    #expect(SubmissionName("HW_byron_Versuch_2026-11-21-10-00-00.txt")?.isReceipt == true)
    #expect(SubmissionName("HW_byron_Versuch_2026-11-21-10-00-00_a.txt")?.isReceipt == false)
  }

  @Test(arguments: [
    (
      ["Ann Lee_1_assignsubmission_file_", "Ann Lee_2_assignsubmission_file_"],
      ["Ann Lee 1", "Ann Lee 2"]
    ),
    (
      ["Ann Lee_1_assignsubmission_file_", "ANN LEE_2_assignsubmission_file_"],
      ["Ann Lee 1", "ANN LEE 2"]
    ),
    (
      ["Bo Ek_1_assignsubmission_file_", "Ann Lee_2_assignsubmission_file_"], ["Bo Ek", "Ann Lee"]
    ),
    (
      ["Participant_1_assignsubmission_file_", "Participant_2_assignsubmission_file_"],
      ["Participant 1", "Participant 2"]
    ),
    (
      ["1-9 - Bo Ek - Nov 21, 2026 1005 AM", "1-9 - Bo Ek - Nov 22, 2026 905 PM"],
      ["Bo Ek Nov 21, 2026 1005 AM", "Bo Ek Nov 22, 2026 905 PM"]
    ),
    (
      ["1-9 - Bo Ek - Nov 21, 2026 1005 AM", "2-9 - Bo Ek - Nov 22, 2026 905 PM"],
      ["Bo Ek 1-9", "Bo Ek 2-9"]
    ),
    (
      ["HW_ada_by_attempt_2026-11-21-10-00-00", "HW_bo_by_attempt_2026-11-21-10-00-00"],
      ["by ada_by", "by bo_by"]
    ),
    (["ann", "Ann", "ann"], ["ann", "Ann-2", "ann-3"]),
    // Two ways to write é.
    (["\u{E9}lise", "e\u{301}lise"], ["\u{E9}lise", "e\u{301}lise-2"]),
  ])
  func `what tells two apart stays where names are equal`(given: [String], names: [String]) {
    let read = given.map { name in
      SubmissionName(name).map { ($0.shown, $0.tags) } ?? (name, [])
    }

    #expect(SubmissionName.distinct(read) == names)
  }

  @Test(arguments: [
    ("ada.zip", "ada"), ("ada.TAR.GZ", "ada"), ("ada.tgz", "ada"), ("ada.b.tar", "ada.b"),
  ])
  func `an archive is known by its ending`(file: String, stem: String) {
    #expect(ArchiveKind.of(file)?.stem == stem)
  }

  @Test(arguments: ["ada", ".zip", "ada.7z", "notes.txt"])
  func `other files are no archives`(file: String) {
    #expect(ArchiveKind.of(file) == nil)
  }
}
