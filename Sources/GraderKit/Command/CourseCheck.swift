enum CourseCheck {
  static func run(_ options: Options, _ progress: Progress) throws -> ExitCode { .incomplete }
}
