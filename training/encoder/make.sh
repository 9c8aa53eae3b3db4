#!/bin/sh
# From the package index and our texts to the shipped folder: make.sh TREEBANK WORK OUT VERSION (one thread; seeded).
set -eu
here=$(dirname "$0"); treebank=$1; work=$2; out=$3; version=$4
export PYTHONHASHSEED=0
python="${PYTHON:-python} -W ignore"
mkdir -p "$work"
$python "$here/vocabulary.py" "$work/pieces.model" --source "$work" --treebank "$treebank"
$python "$here/train.py" "$work/encoder.pt" --source "$work" --pieces "$work/pieces.model" --treebank "$treebank" \
  | tee "$work/encoder.log"
$python "$here/export.py" "$work/encoder.pt" "$out" --source "$work" --pieces "$work/pieces.model" --version "$version"
$python "$here/gate.py" "$out/meta.json" --treebank "$treebank"
