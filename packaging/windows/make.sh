# Makes what is released for Windows, to be sourced: the frozen folder, the zip, the installer.

# version: of the program, as in liantu/__init__.py.
version() {
  sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$ROOT/src/liantu/__init__.py"
}

# freeze OUT: OUT/liantu, by PyInstaller under Wine.
freeze() {
  local PATHS=("$WORK/building")
  rm -rf "$1/liantu"
  quietly "$WORK/logs/freeze.log" python_in_wine 1800 -m PyInstaller --noconfirm --log-level WARN \
    --distpath "$(windows_path "$1")" --workpath "$(windows_path "$WORK/freezing")" \
    "$(windows_path "$ROOT/packaging/liantu.spec")"
  "$PYTHON" "$ROOT/packaging/keep.py" "$1/liantu"
  "$PYTHON" "$HERE/imports.py" "$1/liantu"
}

# make_installer FOLDER OUT [definition…]: OUT/liantu-VERSION-setup.exe from the frozen FOLDER.
# The variable VERSION gives it another one, to try upgrades.
make_installer() {
  local folder=$1 out=$2 parts=$WORK/installer name
  shift 2
  name=$out/liantu-${VERSION:-$(version)}-setup.exe
  rm -rf "$parts" "$name"
  mkdir -p "$parts" "$out"
  "$PYTHON" "$HERE/files.py" "$folder" "$parts" "${VERSION:-$(version)}"
  "$PYTHON" "$HERE/pictures.py" "$parts"
  "$PYTHON" "$HERE/licence.py" "$parts/licence.txt"
  makensis -V2 -WX -INPUTCHARSET UTF8 -DPARTS="$parts" -DOUT="$name" "$@" "$HERE/installer.nsi"
}

# make_zip FOLDER OUT: OUT/liantu-VERSION-portable.zip from the frozen FOLDER.
make_zip() {
  "$PYTHON" "$HERE/portable.py" "$1" "$2" "$(version)"
}
