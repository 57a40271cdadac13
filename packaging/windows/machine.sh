# Everything that the scripts for Windows share, to be sourced with ROOT set. WORK keeps what is
# large and made again only when it has changed: wheels, Windows CPython, a Wine prefix.

HERE=$ROOT/packaging/windows
WORK=${LIANTU_WINDOWS:-${XDG_CACHE_HOME:-$HOME/.cache}/liantu-windows}
for PYTHON in "${PYTHON:-}" "$ROOT/.venv/bin/python" python3.11 python3; do
  command -v "$PYTHON" >/dev/null && break
done
mkdir -p "$WORK"
# One at a time: a second one would end the first one's Wine. Wine's services must not inherit it.
exec 9>"$WORK/.lock"
flock 9

. "$HERE/tools.sh"
. "$HERE/wine.sh"
. "$HERE/packages.sh"
. "$HERE/make.sh"

export WINEPREFIX=$WORK/prefix

# windows_machine: the Windows CPython, and a Wine to run it in, as they were made once.
windows_machine() {
  "$PYTHON" "$HERE/make_python.py" "$WORK"
  chinese_locale
  if ! [ -f "$WINEPREFIX/.ready" ]; then
    new_prefix "$WINEPREFIX"
    touch "$WINEPREFIX/.ready"
  fi
}
