#!/bin/sh
# Everything from the treebank to the shipped folder: make.sh TREEBANK WORK OUT VERSION (one thread; seeded, fixed steps).
set -eu
here=$(dirname "$0"); treebank=$1; work=$2; out=$3; version=$4
export PYTHONHASHSEED=0 OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 BLIS_NUM_THREADS=1
python="${PYTHON:-python} -W ignore"
mkdir -p "$work"
$python "$here/train.py" "$here/main.cfg" "$work/main" --treebank "$treebank" | tee "$work/main.log"
$python "$here/train.py" "$here/ner.cfg" "$work/ner" --treebank "$treebank" --base "$work/main" \
  --marked "$here/texts" | tee "$work/ner.log"
$python "$here/assemble.py" "$work/main" "$work/ner" "$out" --version "$version" --treebank "$treebank"
$python "$here/card.py" "$out"
