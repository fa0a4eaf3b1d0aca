#!/bin/sh
# Builds the grader once and calls it: ./grade.sh --help says what it can do.
set -eu

course=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
scratch=$course/.build/grader/program
program=$scratch/debug/grader

if ! command -v swift >/dev/null 2>&1; then
  echo "grade: swift is not in the search path: install Swift 6.3 from https://swift.org/install" >&2
  exit 2
fi

mkdir -p "$scratch"
log=$scratch/build-$$.log
trap 'rm -f "$log"' EXIT
[ -x "$program" ] || echo "building the grader, once" >&2
if ! swift build --package-path "$course" --scratch-path "$scratch" --product grader >"$log" 2>&1
then
  cat "$log" >&2
  echo "grade: the grader does not build (above): is this checkout complete?" >&2
  exit 1
fi
rm -f "$log"
trap - EXIT

# Options of the caller come last, so that another --course wins.
if [ "${1-}" = hint ]; then
  exec "$program" "$@" --course "$course"
fi
exec "$program" --course "$course" "$@"
