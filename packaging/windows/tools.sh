# What a machine needs to build and test for Windows, to be sourced; and clocks for its steps.

DEBIAN_PACKAGES=(wine64 nsis gcc-mingw-w64-x86-64-win32 binutils-mingw-w64-x86-64 locales)

# have_tools: installs them where that can be done; else 1, after one line that says why not.
have_tools() {
  if ! type -P /usr/lib/wine/wine64 makensis localedef x86_64-w64-mingw32-gcc >/dev/null; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
      echo "skipped: Windows is checked only where wine64, nsis and mingw are or can be installed"
      return 1
    fi
    apt-get update -qq >/dev/null 2>&1 || true
    if ! DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${DEBIAN_PACKAGES[@]}" >/dev/null 2>&1; then
      echo "skipped: apt cannot install ${DEBIAN_PACKAGES[*]}"
      return 1
    fi
  fi
  if ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))'; then
    echo "skipped: the Windows CPython is put together by Python 3.11, here is $("$PYTHON" -V)"
    return 1
  fi
}

# step NAME command…: in a shell of its own, where the first failure counts; says how long it took,
# and ends everything where it fails.
step() {
  local name=$1 begun=$SECONDS status
  shift
  echo "--- $name"
  set +e
  (set -e && "$@")
  status=$?
  set -e
  if [ "$status" != 0 ]; then
    echo "FAILED after $((SECONDS - begun)) s: $name"
    exit 1
  fi
  echo "    $((SECONDS - begun)) s: $name"
}

# quietly LOG command…: its output goes to LOG and is shown only where it fails.
quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  if ! "$@" > >(readable >"$log") 2>&1; then
    tail -n 60 "$log"
    return 1
  fi
}
