# install_packages: the Windows wheels of this project into $WORK, to be sourced. Three folders, so
# that what freezes the program sees nothing of the tests:
#   WORK/python/Lib/site-packages   what the program needs       (dependencies of pyproject.toml)
#   WORK/testing                    what its tests need          (its group "test")
#   WORK/building                   PyInstaller
# pip asks markers such as sys_platform of the machine it runs on, so what only Windows needs is named.

TESTING=(colorama)

declared() {
  "$PYTHON" - "$ROOT/pyproject.toml" "$1" <<'PY'
import sys, tomllib
with open(sys.argv[1], "rb") as file:
    project = tomllib.load(file)
groups = project["dependency-groups"] | {"run": project["project"]["dependencies"]}
print(*groups[sys.argv[2]], sep="\n")
PY
}

# install_into FOLDER requirement…: again only when the requirements have changed.
install_into() {
  local folder=$1 stamp
  shift
  stamp=$(printf '%s\n' "$@")
  [ "$stamp" = "$(cat "$folder/.installed" 2>/dev/null)" ] && return
  rm -rf "$folder"
  "$PYTHON" -m pip install --quiet --target "$folder" --platform win_amd64 \
    --only-binary=:all: --implementation cp --python-version 3.11 "$@" 2>&1 | sed '/^WARNING/d'
  printf '%s\n' "$stamp" >"$folder/.installed"
}

install_packages() {
  local -a run test build
  local part
  mapfile -t run < <(declared run)
  mapfile -t test < <(declared test)
  mapfile -t build < <(sed 's/#.*//; s/;.*//; s/ //g; /^$/d' "$ROOT/packaging/requirements.txt")
  install_into "$WORK/python/Lib/site-packages" "${run[@]}"
  # The runtime of Visual C++ as Python's own installer brings it: numpy wants its second part, which
  # the wheel that Windows CPython came from lacks. All three have to be of one version.
  for part in vcruntime140 vcruntime140_1; do
    cp "$WORK/python/Lib/site-packages/shiboken6/$part.dll" "$WORK/python"
  done
  install_into "$WORK/testing" "${test[@]}" "${TESTING[@]}"
  [ "${1:-}" = --no-building ] || install_into "$WORK/building" "${build[@]}"
}
