#!/bin/sh
# Builds the grader if necessary, and runs it: ./grade.sh --help says what it can do.
set -eu

self=$(readlink -f -- "$0" 2>/dev/null || printf %s "$0")  # A link to this script works, too.
course=$(CDPATH='' cd -- "$(dirname -- "$self")" && pwd)
home=$course/.build/grader
scratch=$home/program
program=$scratch/debug/grader

if ! command -v swift >/dev/null 2>&1; then
  echo "grade: swift is not in the search path: install Swift 6.3 from https://swift.org/install" >&2
  exit 2
fi

# Builds contain the path at which they were made, and are useless elsewhere; the file `place` has
# this path. If several graders start at once, the one that moves `place` away deletes the builds.
if [ -f "$home/place" ] && [ "$(cat "$home/place")" != "$course" ] &&
  mv "$home/place" "$home/place-$$" 2>/dev/null
then
  if [ "$(cat "$home/place-$$")" = "$course" ]; then
    mv "$home/place-$$" "$home/place"
  elif mv "$home" "$home-stale-$$" 2>/dev/null; then
    echo "this checkout was moved or copied: deleting what was built at the old path" >&2
    rm -rf "$home-stale-$$"
  fi
fi

# Build again only when a source has changed: asking SwiftPM takes most of a second.
if [ ! -x "$program" ] ||
  [ -n "$(find "$course/Package.swift" "$course/Sources" -newer "$program" | head -n 1)" ]
then
  if ! mkdir -p "$scratch" 2>/dev/null || [ ! -w "$scratch" ]; then
    echo "grade: $scratch cannot be written: clone the course into a folder of your own" >&2
    exit 2
  fi
  printf '%s\n' "$course" >"$home/place"
  echo "building the grader" >&2
  log=$scratch/build-$$.log
  tries=3
  : >"$log.began"
  while ! COURSE_TESTS=all swift build --package-path "$course" --scratch-path "$scratch" \
    --product grader --disable-index-store >"$log" 2>&1
  do
    tries=$((tries - 1))
    # A source that was saved during the build, as by a `git pull`, is compiled again.
    if [ "$tries" -gt 0 ] && grep -q 'was modified during the build' "$log"; then continue; fi
    grep 'error:' "$log" | sort -u | head -n 10 >&2 || tail -n 10 "$log" >&2
    rm -f "$log" "$log.began"
    echo "grade: the grader does not build (see above): is this checkout complete?" >&2
    exit 1
  done
  # The program gets the time at which its build began: a source that was saved later is newer.
  touch -r "$log.began" "$program"
  rm -f "$log" "$log.began"
fi

[ -f "$home/place" ] || { printf '%s\n' "$course" >"$home/place"; } 2>/dev/null || true

# The caller's arguments come last, so that another --course wins.
exec "$program" --course "$course" "$@"
