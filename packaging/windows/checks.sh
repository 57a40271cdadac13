# What is checked of the program on Windows, to be sourced by check_windows.sh. A check that fails
# returns 1 after a line that says what.

# What touches files, names, encodings, processes, fonts and windows. The rest computes and needs no
# Windows to go wrong; all of it passed there when it was tried. The walk through the window is done by
# the frozen program.
TESTS=(
  tests/unit/test_{files,offline,once,packaging,paths,ways,wheel,windows,windows_release}.py
  tests/unit/logs tests/unit/render/test_*.py
  tests/unit/library/{keeping,importing} tests/unit/document/test_saving.py
  tests/unit/library/test_{archives,bad_inputs,foreign_files,reply_sheets,snapshots,starting}.py
  tests/unit/briefing/test_{papers,pictures,lists}.py
  tests/cli/test_{commands,import,ledger_sheets,new,offline,scenario,survey,versions}.py
  tests/gui/test_{window,export}.py
)
USER_FOLDER="$WORK/user/drive_c/users/$USER"
PROGRAM="$USER_FOLDER/AppData/Local/Programs/Liantu"
IN_PROGRAMS='C:\users\'"$USER"'\AppData\Local\Programs\Liantu'
UNINSTALL='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Liantu'
PLACE="$USER_FOLDER/Documents/链图 免安装 & 试用"

wrong() {
  echo "wrong: $*"
  return 1
}

# check_tests: the suite's part for Windows, as Windows runs it.
check_tests() {
  local PATHS=("$ROOT/src" "$ROOT" "$WORK/testing")
  python_in_wine 2400 -m pytest -q -n 2 -p no:cacheprovider "${TESTS[@]}" | readable
}

# new_user: a Windows that nobody has used, with a user of its own.
new_user() {
  end_wine
  rm -rf "$WORK/user"
  cp -a "$WORK/prefix" "$WORK/user"
  rm -rf "$USER_FOLDER/Temp" && mkdir "$USER_FOLDER/Temp"
  export WINEPREFIX=$WORK/user
}

# smoke PROGRAM OUT: walks through the window and looks at what came of it.
smoke() {
  rm -rf "$2" && mkdir -p "$2"
  if ! in_wine 900 "$1/liantu.exe" --smoke "$(windows_path "$2")" | readable; then
    tail -n 40 "$2/smoke.log" 2>/dev/null
    wrong "the smoke test of $1"
  fi
  [ -s "$2/smoke.json" ] || wrong "no smoke.json"
}

# commands PROGRAM OUT: what the console program does for planners; every file that it should write.
commands() {
  local cli=$1/liantu-cli.exe out=$2 windows
  rm -rf "$out" && mkdir -p "$out"
  windows=$(windows_path "$out")
  said "$cli" check
  said "$cli" chains
  said "$cli" draw --chain pc-nylon --out "$windows\\图谱 一.pdf"
  said "$cli" draw --chain pc-nylon --picture board --out "$windows\\看板.svg"
  said "$cli" draw --chain al --picture sankey --out "$windows\\平衡.png"
  said "$cli" brief --chain pc-nylon --out "$windows\\简报.pdf"
  said "$cli" brief --chain pc-nylon --out "$windows\\简报.docx"
  said "$cli" brief --chain pc-nylon --out "$windows\\简报.pptx"
  said "$cli" lists --out "$windows\\清单.xlsx"
  said "$cli" template enterprises --full --out "$windows\\企业.xlsx"
  said "$cli" import "$windows\\企业.xlsx" --dry-run
  "$PYTHON" "$HERE/written.py" "$out" 图谱\ 一.pdf 看板.svg 平衡.png 简报.pdf 简报.docx 简报.pptx 清单.xlsx
}

# said program arguments…: succeeds, and says nothing that a developer should read.
said() {
  local log=$WORK/logs/said.log
  if ! in_wine 200 "$@" | readable >"$log" || grep -qE "Traceback|Error|WARNING|ERROR" "$log"; then
    cat "$log"
    wrong "${*:2}"
  fi
}

# as_typed LIMIT LINE: a line as it is typed, which NSIS needs for /D= and _?= with blanks; the exit
# status is the program's.
as_typed() {
  local script=$WORK/user/drive_c/typed.bat status=0
  printf '@echo off\r\n%s\r\nexit /b %%errorlevel%%\r\n' "$2" | iconv -t gbk >"$script"
  in_wine "$1" cmd /c 'C:\typed.bat' || status=$?
  rm "$script"
  return "$status"
}

# check_zip: unzipped below a name with blanks and Chinese; portable, then read-only.
check_zip() {
  local program before
  new_user
  mkdir -p "$PLACE"
  "$PYTHON" -m zipfile -e "$OUT/liantu-$(version)-portable.zip" "$PLACE"
  program=$PLACE/Liantu-$(version)
  [ -d "$program/userdata" ] || wrong "no userdata in the zip"
  said "$program/liantu-cli.exe" doctor
  grep -q 'userdata' "$WORK/logs/said.log" || wrong "settings are not kept beside the unzipped program"
  rm -r "$program/userdata"
  chmod -R a-w "$program"
  before=$(cd "$program" && find . -type f -exec sha256sum {} + | sort)
  smoke "$program" "$WORK/smoke-zip"
  commands "$program" "$WORK/smoke-zip/commands"
  [ "$before" = "$(cd "$program" && find . -type f -exec sha256sum {} + | sort)" ] ||
    wrong "the program wrote into its own folder"
  chmod -R u+w "$program"
}

# check_installer: a small old version, an upgrade while it runs and when it does not, the installed
# program, and what is left once it is uninstalled.
check_installer() {
  local setup=$OUT/liantu-$(version)-setup.exe key
  new_user
  for key in "${UNINSTALL%\\*}" 'HKCU\Software\Classes'; do
    in_wine 60 reg add "$key" /f >/dev/null # which every Windows has
  done
  traces "$WORK/logs/before.txt"
  old_version
  upgrade_over_old "$setup"
  said "$PROGRAM/liantu-cli.exe" doctor # the same files as in the zip, which were walked through
  keep_while_running "$setup"
  uninstall "$setup"
  traces "$WORK/logs/after.txt"
  if ! diff "$WORK/logs/before.txt" "$WORK/logs/after.txt" >"$WORK/logs/left.txt"; then
    head -n 40 "$WORK/logs/left.txt"
    wrong "traces are left"
  fi
}

# traces FILE: of the prefix, once its registry is on disk.
traces() {
  "$WINESERVER" -k || true
  "$WINESERVER" -w || true
  "$PYTHON" "$HERE/traces.py" "$WINEPREFIX" >"$1"
}

# old_version: 0.0.1, in another folder, with a file that newer ones do not have.
old_version() {
  local old=$WORK/old
  rm -rf "$old" && mkdir -p "$old/liantu/_internal/gone"
  cp "$OUT/liantu/liantu.exe" "$OUT/liantu/liantu-cli.exe" "$old/liantu"
  echo old >"$old/liantu/_internal/gone/old.txt"
  VERSION=0.0.1 make_installer "$old/liantu" "$old" -DFAST
  as_typed 100 "$(windows_path "$old/liantu-0.0.1-setup.exe") /S /D=C:\旧 程序\Liantu"
  [ -f "$WORK/user/drive_c/旧 程序/Liantu/_internal/gone/old.txt" ] || wrong "0.0.1 is not installed"
  [ "$(registered DisplayVersion)" = 0.0.1 ] || wrong "0.0.1 is not in the list of apps"
  echo mine >"$WORK/user/drive_c/旧 程序/Liantu/mine.txt"
}

# upgrade_over_old SETUP: the old files go, those of the planner stay; all that should be there is.
upgrade_over_old() {
  local name
  as_typed 200 "$(windows_path "$1") /S /D=$IN_PROGRAMS"
  [ "$(cd "$WORK/user/drive_c/旧 程序/Liantu" && find . -type f)" = ./mine.txt ] ||
    wrong "the old version is not removed, or more than it"
  rm -r "$WORK/user/drive_c/旧 程序"
  diff <(cd "$OUT/liantu" && find . -type f | sort) \
    <(cd "$PROGRAM" && find . -type f ! -name uninstall.exe | sort) || wrong "the installed files"
  [ "$(registered DisplayVersion)" = "$(version)" ] || wrong "the version in the list of apps"
  for name in DisplayName DisplayIcon Publisher InstallLocation UninstallString \
      QuietUninstallString EstimatedSize; do
    [ -n "$(registered "$name")" ] || wrong "no $name in the list of apps"
  done
  [ -f "$USER_FOLDER/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/链图.lnk" ] ||
    wrong "no link in the start menu"
  [ -f "$USER_FOLDER/Desktop/链图.lnk" ] || wrong "no link on the desktop"
}

# registered NAME: a value of the entry in the list of apps.
registered() {
  in_wine 60 reg query "$UNINSTALL" /v "$1" | readable | sed -n "s/^ *$1 *REG_[A-Z]* *//p"
}

# keep_while_running SETUP: neither touches a program that runs; both say so by exit code 2.
keep_while_running() {
  local status=0
  in_wine 400 "$PROGRAM/liantu.exe" >/dev/null &
  for _ in $(seq 60); do
    running && break
    sleep 1
  done
  running || wrong "the program does not start"
  in_wine 100 "$1" /S || status=$?
  [ "$status" = 2 ] || wrong "setup over a running program ends with $status, not 2"
  status=0
  as_typed 100 "\"$IN_PROGRAMS\\uninstall.exe\" /S _?=$IN_PROGRAMS" || status=$?
  [ "$status" = 2 ] || wrong "uninstalling a running program ends with $status, not 2"
  running || wrong "the program did not go on"
  end_wine
  wait || true
  diff <(cd "$OUT/liantu" && find . -type f | sort) \
    <(cd "$PROGRAM" && find . -type f ! -name uninstall.exe | sort) || wrong "files are missing"
}

# running: whether the installed program is, as the installer finds out (Wine lists no tasks).
running() {
  local PATHS=()
  ! python_in_wine 60 -c 'import sys; open(sys.argv[1], "r+b").close()' \
    "$IN_PROGRAMS\\liantu.exe" >/dev/null
}

# uninstall SETUP: settings stay unless they are wanted gone.
uninstall() {
  local settings=$USER_FOLDER/AppData/Roaming/Liantu
  mkdir -p "$settings"
  echo '{}' >"$settings/kept.json"
  as_typed 100 "\"$IN_PROGRAMS\\uninstall.exe\" /S _?=$IN_PROGRAMS"
  [ -f "$settings/kept.json" ] || wrong "the planner's settings are gone"
  rm -rf "$PROGRAM/uninstall.exe" # stays where _? makes it wait
  rmdir "$PROGRAM" || wrong "the program's folder is not empty"
  in_wine 100 "$1" /S
  in_wine 100 "$PROGRAM/uninstall.exe" /S /SETTINGS
  uninstaller_ends "$PROGRAM"
  [ ! -e "$settings" ] || wrong "settings are left that were wanted gone"
}

# uninstaller_ends FOLDER: waits until it is gone and the copy of itself that an uninstaller leaves its
# work to has ended: settings, links and the registry follow the folder of the program.
uninstaller_ends() {
  for _ in $(seq 120); do
    [ -e "$1" ] || pgrep -f '~nsu.*Un.*\.exe' >/dev/null || return 0
    sleep 0.5
  done
  wrong "$1 is left, or the uninstaller does not end"
}

# check_sums: as people check them.
check_sums() {
  "$PYTHON" "$ROOT/packaging/sums.py" "$OUT"/*-portable.zip "$OUT"/*-setup.exe
  (cd "$OUT" && sha256sum --quiet -c SHA256SUMS)
  ls -l "$OUT" | awk '/setup|portable/ {printf "    %.1f MB %s\n", $5 / 1048576, $9}'
  du -sm "$OUT/liantu" | awk '{print "    " $1 " MB unpacked"}'
}
