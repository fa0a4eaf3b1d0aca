#!/usr/bin/env bash
# How fast a class is graded, against the obvious way: a fresh copy of the course and `swift test`
# for each submission.
#
#     Benchmarks/grading/run.sh [COUNT [YARDSTICKS]]     300 submissions against 2, if not said
#
# The class is generated: right, wrong and hostile, no two files the same. Times depend on what else
# the machine does, so its load is printed with them.
set -euo pipefail
course=$(cd "$(dirname "$0")/../.." && pwd)
count=${1:-300}
yardsticks=${2:-2}
work=$(mktemp -d)
watcher=
finish() {
  [ -z "$watcher" ] || kill "$watcher" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f", b - a }'; }
load() { cut -d ' ' -f 1 /proc/loadavg; }
copy() {
  mkdir "$1"
  tar -C "$course" --exclude ./.build --exclude ./.git -cf - . | tar -C "$1" -xf -
}

# The most memory that a process and all below it have at once, looked at twice a second.
watch_memory() {
  local most=0 all
  while kill -0 "$1" 2>/dev/null; do
    all=$(ps -e -o pid=,ppid=,rss= | awk -v root="$1" '
      { parent[$1] = $2; memory[$1] = $3 }
      END {
        for (process in parent) {
          p = process
          while (p != root && p in parent) p = parent[p]
          if (p == root) sum += memory[process]
        }
        printf "%d", sum / 1024
      }')
    [ "$all" -le "$most" ] || most=$all
    echo "$most" >"$2"
    sleep 0.5
  done
}

"$course/Tests/Submissions/make-class" "$work/class" "$course" "$count" 1
printf '%s processors, load %s\n' "$(nproc)" "$(load)"

# Right answers, so that nothing in them makes the yardstick longer.
yard=0
for round in $(seq "$yardsticks"); do
  copy "$work/yard-$round"
  for file in "$course"/Solutions/*/*.swift; do
    cp "$file" "$work/yard-$round/Exercises/${file#"$course/Solutions/"}"
  done
  start=$(now)
  (cd "$work/yard-$round" && swift test >/dev/null 2>&1) || { echo "swift test fails" >&2; exit 1; }
  seconds=$(since "$start")
  printf 'yardstick: fresh copy and swift test: %s s, load %s\n' "$seconds" "$(load)"
  yard=$(awk -v a="$yard" -v b="$seconds" -v n="$yardsticks" 'BEGIN { print a + b / n }')
  rm -rf "$work/yard-$round"
done

copy "$work/fresh"
start=$(now)
"$work/fresh/grade.sh" "$work/fresh/Solutions" >/dev/null 2>&1
printf 'first result in a fresh copy: %s s, load %s\n' "$(since "$start")" "$(load)"

start=$(now)
"$work/fresh/grade.sh" "$work/class" -o "$work/report" >/dev/null 2>"$work/progress" &
grader=$!
watch_memory "$grader" "$work/memory" &
watcher=$!
wait "$grader" || [ "$?" -eq 1 ]
seconds=$(since "$start")
awk -v n="$count" -v t="$seconds" -v y="$yard" -v m="$(cat "$work/memory")" -v l="$(load)" 'BEGIN {
  printf "grader: %d submissions in %.0f s, %.2f s each, load %s\n", n, t, t / n, l
  printf "most memory at once, compilers and tests included: %d MB\n", m
  printf "%.1f times the throughput of the yardstick\n", y / (t / n)
}'
