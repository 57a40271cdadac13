#!/bin/bash
# Builds what is released for Windows into dist/windows, on Linux under Wine. A release for people is
# better built by build_windows.ps1 on a Windows: its Python is python.org's as a whole.
set -euo pipefail
ROOT=$(cd "$(dirname "$0")/.." && pwd)
cd "$ROOT"
. "$ROOT/packaging/windows/machine.sh"
have_tools || exit 1

trap 'end_wine' EXIT
OUT=$ROOT/dist/windows
step "Windows CPython and Wine" windows_machine
step "wheels for Windows" install_packages
step "freeze" freeze "$WORK/dist"
rm -rf "$OUT"
step "zip" make_zip "$WORK/dist/liantu" "$OUT"
step "installer" make_installer "$WORK/dist/liantu" "$OUT"
step "sums" "$PYTHON" "$ROOT/packaging/sums.py" "$OUT"/*.zip "$OUT"/*.exe
ls -l "$OUT"
