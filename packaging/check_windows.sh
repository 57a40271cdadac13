#!/bin/bash
# Checks the program as a Windows program, on Linux, under Wine with the Chinese code page 936:
# the suite's part for Windows; the frozen program unzipped and installed; the installer itself.
# --make: only makes what is checked. --made: only checks what --make made. --quick: the suite's part
# alone. Where Wine cannot be had it says so in one line and succeeds.
set -euo pipefail
ROOT=$(cd "$(dirname "$0")/.." && pwd)
cd "$ROOT"
. "$ROOT/packaging/windows/machine.sh"
have_tools || exit 0
. "$ROOT/packaging/windows/checks.sh"

trap 'end_wine' EXIT
OUT=$WORK/dist
PART=${1:-}
if [ "$PART" != --made ]; then
  step "Windows CPython and Wine" windows_machine
  step "wheels for Windows" install_packages
fi
if [ "$PART" != --made ] && [ "$PART" != --quick ]; then
  step "freeze" freeze "$OUT"
  step "zip" make_zip "$OUT/liantu" "$OUT"
  step "installer" make_installer "$OUT/liantu" "$OUT" -DFAST
  step "sums" check_sums
fi
[ "$PART" = --make ] && exit 0

step "tests under Windows" check_tests
[ "$PART" = --quick ] && exit 0

step "unzipped, under a new user" check_zip
step "installed, upgraded, uninstalled" check_installer
