#!/bin/sh
# Builds the grader once and calls it: ./grade.sh --help says what it can do.
set -eu

self=$(readlink -f -- "$0" 2>/dev/null || printf %s "$0")  # A link to it will do.
course=$(CDPATH='' cd -- "$(dirname -- "$self")" && pwd)
scratch=$course/.build/grader/program
program=$scratch/debug/grader

if ! command -v swift >/dev/null 2>&1; then
  echo "grade: swift is not in the search path: install Swift 6.3 from https://swift.org/install" >&2
  exit 2
fi

# Built anew only when a source has changed: asking SwiftPM takes most of a second.
if [ ! -x "$program" ] ||
  [ -n "$(find "$course/Package.swift" "$course/Sources" -newer "$program" | head -n 1)" ]
then
  if ! mkdir -p "$scratch" 2>/dev/null || [ ! -w "$scratch" ]; then
    echo "grade: $scratch cannot be written: clone the course into a folder of your own" >&2
    exit 2
  fi
  echo "building the grader" >&2
  log=$scratch/build-$$.log
  if ! COURSE_TESTS=all swift build --package-path "$course" --scratch-path "$scratch" --product grader \
    --disable-index-store >"$log" 2>&1
  then
    grep 'error:' "$log" | sort -u | head -n 10 >&2 || tail -n 10 "$log" >&2
    rm -f "$log"
    echo "grade: the grader does not build (see above): is this checkout complete?" >&2
    exit 1
  fi
  rm -f "$log"
  touch "$program"
fi

# What the caller gives comes last, so that another --course wins.
exec "$program" --course "$course" "$@"
