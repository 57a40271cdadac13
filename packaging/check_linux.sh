#!/bin/bash
# Checks the frozen program as a planner would run it on Linux: freezes it, copies it to a path with
# Chinese and blanks, makes that read-only, and runs it as a user that is new to the machine, without
# a network and without a screen. Any line that is not expected is a fault, so are files it leaves in
# its own folder. Root is needed for the new user and for cutting the network; else it says so.
# Usage: packaging/check_linux.sh [--make|--made] [PYTHON]; needs what packaging/linux/packages names.
# --make: only freezes it. --made: what is checked is frozen already.
set -euo pipefail
PART=
case ${1:-} in --make | --made) PART=$1 && shift ;; esac
cd "$(dirname "$0")/.."
ROOT=$PWD
WORK=$(mktemp -d)
USER_NAME=liantu-check-$$
PROGRAM="$WORK/程序 文件夹/链图 试用"
OUT="$WORK/结果 一"
PLACE=(env -i "HOME=$WORK/home" PATH=/usr/bin:/bin LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen)

wrong() {
  echo "wrong: $*" >&2
  exit 1
}

cleanup() {
  chmod -R u+w "$WORK" && rm -rf "$WORK"
  id "$USER_NAME" >/dev/null 2>&1 && userdel "$USER_NAME"
  true
}

# step NAME command…: its time.
step() {
  local from=$EPOCHREALTIME
  "${@:2}"
  echo "$1: $(awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $from }") s"
}

# newcomer: who runs the program from now on, in a home and a folder for results that are empty.
newcomer() {
  mkdir -p "$WORK/home" "$OUT"
  if [ "$(id -u)" != 0 ]; then
    echo "not root: run as $(id -un), with the network"
    return
  fi
  useradd --no-create-home --home-dir "$WORK/home" --shell /bin/false "$USER_NAME"
  chmod 755 "$WORK"
  chown -R "$USER_NAME" "$WORK/home" "$OUT"
  PLACE=(setpriv --reuid "$USER_NAME" --regid "$USER_NAME" --clear-groups "${PLACE[@]}")
  if unshare -n true 2>/dev/null; then
    PLACE=(unshare -n "${PLACE[@]}")
  else
    echo "the network cannot be cut off here"
  fi
}

place() {
  mkdir -p "$(dirname "$PROGRAM")"
  cp -a dist/linux/liantu "$PROGRAM"
  chmod -R a-w,a+rX "$PROGRAM"
  listed >"$WORK/before"
}

# listed: every file of the program with its size and the time of its last change.
listed() {
  (cd "$PROGRAM" && find . -printf '%p %y %s %T@\n' | sort)
}

# said EXPECTED command…: succeeds, all its lines match the extended pattern EXPECTED, errors included.
LONGEST=150
said() {
  local log=$WORK/said status=0
  (cd "$OUT" && timeout "$LONGEST" "${PLACE[@]}" "${@:2}") >"$log" 2>&1 || status=$?
  if [ $status != 0 ] || grep -vE "^($1)$" "$log" | grep -q .; then
    grep -vE "^($1)$" "$log" | head -n 40 >&2 || true
    tail -n 40 "$OUT/看一遍/smoke.log" >&2 2>/dev/null || true
    wrong "exit code $status: ${*:2}"
  fi
}

smoke() {
  LONGEST=500
  said ready "$PROGRAM/liantu" --smoke "$OUT/看一遍"
  LONGEST=150
  grep -q '^ready$' "$WORK/said" || wrong "the window was never ready"
  grep -q '"good": true' "$OUT/看一遍/smoke.json" || wrong "smoke.json does not tell of a good end"
}

# check: the frozen program finds the same in the data as the one that Python runs.
check() {
  said '.*' "$PROGRAM/liantu-cli" check
  PYTHONPATH=src build/linux/venv/bin/python -c \
    'import sys; from liantu.cli.main import run; sys.exit(run(["check"]))' | diff - "$WORK/said" ||
    wrong "check tells another story than from source"
}

commands() {
  local cli=$PROGRAM/liantu-cli
  said '[✓·] .*' "$cli" doctor
  for name in 图谱.pdf 图谱.svg 图谱.png; do
    said '已导出 .*' "$cli" draw --chain pc-nylon --out "$OUT/$name"
  done
  said '已导出 .*' "$cli" draw --chain al --picture sankey --out "$OUT/平衡.pdf"
  for name in 简报.pdf 简报.docx 简报.pptx; do
    said '已导出 .*' "$cli" brief --chain pc-nylon --out "$OUT/$name"
  done
  said '已导出 .*' "$cli" lists --out "$OUT/清单.xlsx"
  said '已导出 .*' "$cli" template enterprises --full --out "$OUT/企业.xlsx"
  said '.*(已有|重复|不读|→).*' "$cli" import "$OUT/企业.xlsx" --dry-run
  build/linux/venv/bin/python packaging/windows/written.py "$OUT" \
    图谱.{pdf,svg,png} 平衡.pdf 简报.{pdf,docx,pptx} 清单.xlsx || wrong "files"
}

nothing_left() {
  listed | diff "$WORK/before" - || wrong "the program changed its own folder"
  (cd "$WORK/home" && find . -type f) | tee "$WORK/kept" | sed 's/^/kept at home: /'
  grep -q liantu/cache/matplotlib/fontlist "$WORK/kept" || wrong "fonts are looked for at each start"
}

trap cleanup EXIT
[ "$PART" = --made ] || step "freeze" bash packaging/linux/folder.sh "${1:-python3}"
[ "$PART" = --make ] && exit 0
du -sh dist/linux/liantu | cut -f1
newcomer
step "copy" place
step "window" smoke
step "check" check
step "draw, brief, lists" commands
nothing_left
