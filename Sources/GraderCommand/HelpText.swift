/// What `--help` prints.
enum HelpText {
  static let text = """
    ./grade.sh                       your Exercises: done, failing, what to do next
    ./grade.sh 3  or  3.2            the same for one chapter or one exercise
    ./grade.sh Solutions             the sample answers: full marks
    ./grade.sh submissions/          each folder, .zip, .tar, .tar.gz in it
    ./grade.sh merge A B -o report   the parts of a class (--shard) as one
    ./grade.sh alice bob.zip -o out  these submissions, with all reports in a folder

      -o, --output DIR       where results.json, scores.csv, report.html, junit.xml, feedback/ go
      --export LIST          also for gradescope, classroom, exercism
      --compare OLD          what changed since an earlier run's results.json
      --chapter N            only this chapter
      --exercise N.M         only this exercise
      -j, --jobs N           how many chapters are graded at the same time
      --schedules N          how many schedules each test explores
      --schedule S           replays one schedule
      --shard I/N            only part I of N of the submissions, for one of N machines
      --resume               keep what an earlier run with the same -o has graded
      --watch                grade again whenever a file is saved
      --require PERCENT      exit 3 when a submission scores less
      --sandbox WHICH        auto (default), bwrap or none
      --course DIR           the course to grade against (default: this checkout)
      --doctor               what works on this machine
      --check-course         whether the course itself is sound; with --exercise N.M
                             or --chapter N, it grades only that part
      --check-course --mutants
                             whether tests reject each mistake put into a solution;
                             with N or N.M for a part of the course
      hint N.M [1|2|3]       a nudge, a pointer, a shape

    Exit 0: everything was graded; 1: something could not be; 2: usage; 3: below --require.
    """
}
