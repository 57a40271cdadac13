#!/bin/bash
# Resolves every runtime dependency for 64-bit Windows on each supported Python, wheels only.
set -euo pipefail
python=${1:-python3}
cd "$(dirname "$0")/.."
mapfile -t needs < <("$python" -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["dependencies"], sep="\n")')
for version in 3.11 3.12 3.13; do
  "$python" -m pip install --quiet --dry-run --ignore-installed --target "$(mktemp -d)" \
    --platform win_amd64 --only-binary=:all: --implementation cp --python-version "$version" "${needs[@]}"
  echo "Windows wheels for CPython $version: complete"
done
