#!/bin/bash
# Builds the program for Linux into dist/linux: the folder, an archive of it, a package for Debian
# and its kin (麒麟, 统信), and their checksums. Usage: packaging/build_linux.sh [PYTHON]
#
# The glibc of the machine, which its Python needs, is the oldest that the program will run on:
# build on the oldest system that is to be served. All else needs no more than 2.28.
set -euo pipefail
cd "$(dirname "$0")/.."
bash packaging/linux/folder.sh "${1:-python3}"

out=dist/linux
python=build/linux/venv/bin/python
version=$("$out/liantu/liantu-cli" --version | cut -d' ' -f2)
arch=$(dpkg --print-architecture)
glibc=$(find "$out/liantu" -type f \( -name '*.so*' -o -path '*/liantu/liantu*' \) \
  -exec sh -c 'objdump -T "$@" 2>/dev/null || true' sh {} + |
  grep -o 'GLIBC_2\.[0-9]*' | sort -Vu | tail -1 | cut -d_ -f2)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}

archive=$out/liantu-$version-linux-$arch.tar.gz
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
  -C "$out" -cf - liantu | gzip -9n >"$archive"

root=build/linux/deb
rm -rf "$root"
mkdir -p "$root"/{DEBIAN,opt,usr/bin} "$root"/usr/share/{applications,mime/packages,doc/liantu}
cp -a "$out/liantu" "$root/opt/"
ln -s /opt/liantu/liantu /opt/liantu/liantu-cli "$root/usr/bin/"
cp packaging/linux/liantu.desktop "$root/usr/share/applications/"
cp packaging/linux/liantu.xml "$root/usr/share/mime/packages/"
cp LICENSE "$root/usr/share/doc/liantu/copyright"
"$python" packaging/icon.py build/linux/icons
for size in 16 24 32 48 64 128 256 512; do
  folder=$root/usr/share/icons/hicolor/${size}x$size/apps
  install -D -m 644 "build/linux/icons/liantu-$size.png" "$folder/liantu.png"
done
install -D -m 644 resources/icons/liantu.svg "$root/usr/share/icons/hicolor/scalable/apps/liantu.svg"
chmod -R u=rwX,go=rX "$root"
size=$(du -sk --apparent-size "$root" | cut -f1)
sed -e "s/@version@/$version/; s/@arch@/$arch/; s/@size@/$size/; s/@glibc@/$glibc/" \
  packaging/linux/control >"$root/DEBIAN/control"
package=$out/liantu_${version}_$arch.deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >/dev/null

"$python" packaging/sums.py "$archive" "$package"
echo "needs glibc $glibc; $(du -sh "$out/liantu" | cut -f1) in $(find "$out/liantu" -type f | wc -l) files"
(cd "$out" && ls -l --block-size=1 ./*.tar.gz ./*.deb && cat SHA256SUMS)
