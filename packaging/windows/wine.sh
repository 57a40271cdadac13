# Functions to run Windows programs under Wine 8, to be sourced with ROOT and WORK set.
#
# Traps that are hidden here: python.exe dies where stdout is a plain file, so it gets a pipe;
# Wine's services keep an inherited pipe open, so they are started first with their output thrown
# away; variables QT_* are dropped on the way in, WINEQT_* arrive as QT_*; a program that hangs is
# ended after its limit. Programs start in a Chinese Windows: code page 936, and a user whose name has
# Chinese characters and a blank, as has then every path of the profile.

WINE=/usr/lib/wine/wine64
WINESERVER=/usr/lib/wine/wineserver64
export WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all}
export WINEDLLOVERRIDES="mscoree=;mshtml=;winedbg.exe=d;winemenubuilder.exe=d;ucrtbase=n,b"
export WINEQT_QPA_PLATFORM=offscreen
export WINEQT_QPA_FONTDIR=Z:${ROOT//\//\\}\\resources\\fonts
export USER="张 三"
unset QT_QPA_PLATFORM PYTHONPATH PYTHONHOME DISPLAY

# chinese_locale: the locale that makes Wine a Chinese Windows, in WORK, as no root is needed there.
chinese_locale() {
  [ -d "$WORK/locale/zh_CN.UTF-8" ] && return
  mkdir -p "$WORK/locale"
  LC_ALL=C localedef -i zh_CN -f UTF-8 "$WORK/locale/zh_CN.UTF-8"
}

# new_prefix PREFIX: a Windows 10 of its own, with what Wine lacks filled in, and with folders of its
# own for the desktop and documents, which Wine links to those of whoever runs this.
new_prefix() {
  rm -rf "$1"
  WINEPREFIX=$1 chinese timeout 180 "$WINE" wineboot -i </dev/null >/dev/null 2>&1
  WINEPREFIX=$1 timeout 60 "$WINESERVER" -w 9>&- || true
  find "$1/drive_c/users" -maxdepth 2 -type l | while read -r link; do
    rm "$link" && mkdir "$link"
  done
  "$PYTHON" "$HERE/fill_wine.py" "$1"
  WINEPREFIX=$1 chinese timeout 60 "$WINE" winecfg -v win10 </dev/null >/dev/null 2>&1
  WINEPREFIX=$1 timeout 60 "$WINESERVER" -w 9>&- || true
}

# windows_path PATH: an absolute path of this machine, as Windows programs see it.
windows_path() {
  printf 'Z:%s' "${1//\//\\}"
}

# in_wine SECONDS program arguments…: in $WINEPREFIX; the exit status is the program's, 124 too late.
in_wine() {
  local limit=$1 status=0
  shift
  "$WINESERVER" -p60 </dev/null >/dev/null 2>&1 9>&- || true
  chinese timeout 60 "$WINE" cmd /c exit </dev/null >/dev/null 2>&1 || true
  exec 3>&1
  chinese timeout -k 10 "$limit" "$WINE" "$@" </dev/null > >(cat >&3) 2>&1 || status=$?
  exec 3>&-
  sleep 0.1
  return "$status"
}

# chinese command…: in the Chinese locale.
chinese() {
  LOCPATH=$WORK/locale LC_ALL=zh_CN.UTF-8 "$@" 9>&-
}

# readable: what Windows programs print, in UTF-8 and line by line (iconv waits for the end). Most
# write the code page, ours UTF-8. What Wine says of the disk of this machine is left out.
readable() {
  "$PYTHON" -c 'import sys
for line in sys.stdin.buffer:
    try:
        told = line.decode("utf-8")
    except UnicodeDecodeError:
        told = line.decode("gb18030", "replace")
    if not told.startswith("wine: Read access denied for device"):
        print(told.rstrip(), flush=True)'
}

# python_in_wine SECONDS arguments…: the Windows CPython, with the folders of PATHS to import from.
python_in_wine() {
  local limit=$1 path joined=""
  shift
  for path in "${PATHS[@]}"; do
    joined+="$(windows_path "$path");"
  done
  PYTHONPATH=$joined PYTHONPYCACHEPREFIX=$(windows_path "$WORK/pycache") \
    in_wine "$limit" "$WORK/python/python.exe" "$@"
}

# end_wine: ends every program in $WINEPREFIX.
end_wine() {
  timeout 60 "$WINESERVER" -k 9>&- || true
  timeout 60 "$WINESERVER" -w 9>&- || true
}
