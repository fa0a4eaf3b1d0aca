#!/usr/bin/env bash
# Builds everything, measures in turn, and writes results.md and results.json, then what bubbles cost:
# bubble.md and bubble.json.
#
#     bash run.sh [samples]      9 if not said
set -euo pipefail
cd "$(dirname "$0")"
samples="${1:-9}"

swift build -c release
# The same library without its look at the observer.
swift build -c release --scratch-path .build-unobserved -Xswiftc -DCHANNELS_UNOBSERVED

go=""
if command -v go >/dev/null; then
  (cd go && go build -o ../.build/channelshapes .)
  go=.build/channelshapes
else
  echo "no go: the table will be without its column"
fi

: >samples.tsv
for sample in $(seq "$samples"); do
  echo "sample $sample of $samples"
  .build/release/benchmarks sample >>samples.tsv
  .build-unobserved/release/benchmarks sample --unobserved >>samples.tsv
  if [ -n "$go" ]; then GOMAXPROCS="$(nproc)" "$go" >>samples.tsv; fi
done
.build/release/benchmarks report samples.tsv results.md results.json

swift build --product bubbles
: >bubble.tsv
for sample in $(seq "$samples"); do
  echo "bubbles: sample $sample of $samples"
  .build/release/bubbles sample >>bubble.tsv
  .build/debug/bubbles sample >>bubble.tsv
done
.build/release/bubbles report bubble.tsv bubble.md bubble.json
