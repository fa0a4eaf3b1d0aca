import Testing

@testable import Grading

@Suite("names of submissions") struct SubmissionNameTests {
  @Test(arguments: [
    ("Ada Byron_123456_assignsubmission_file_", "Ada Byron"),
    ("byronada_1234_567890_homework", "byronada"),
    ("byronada_LATE_1234_567890_homework-2", "byronada"),
    ("Homework 1_byron_attempt_2026-11-21-10-00-00_work", "byron"),
    ("ada_byron", "ada_byron"), ("team_7", "team_7"), ("=1+1", "=1+1"),
  ])
  func `what a platform adds is taken off`(given: String, name: String) {
    #expect(SubmissionName.of(given) == name)
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
