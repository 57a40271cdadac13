#!/bin/bash
# Freezes the program into dist/linux/liantu, from a virtual environment of its own.
# Usage: packaging/linux/folder.sh [PYTHON]; needs what packaging/linux/packages names.
set -euo pipefail
python=${1:-python3}
cd "$(dirname "$0")/../.."
venv=build/linux/venv

mapfile -t wanted <packaging/linux/packages
for package in "${wanted[@]}"; do
  dpkg -s "$package" >/dev/null 2>&1 || lacking+=("$package")
done
if [ -n "${lacking+x}" ]; then
  echo "apt-get install ${lacking[*]}" >&2
  exit 2
fi

rm -rf "$venv"
"$python" -m venv "$venv"
mapfile -t needs < <("$venv/bin/python" -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["dependencies"], sep="\n")')
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r packaging/requirements.txt "${needs[@]}"
"$venv/bin/python" -m PyInstaller packaging/liantu.spec --log-level WARN --noconfirm \
  --distpath dist/linux --workpath build/linux/work
"$venv/bin/python" packaging/keep.py dist/linux/liantu
