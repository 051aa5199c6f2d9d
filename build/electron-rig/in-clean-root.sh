#!/bin/bash
# Runs in a mount namespace of its own: installs the package over a copy of this system that nobody keeps, starts the program as
# an account that owns nothing, removes it, and prints what is left. Usage: in-clean-root.sh PACKAGE DISPLAY PICTURE
set -eu
export LC_ALL=C.UTF-8
package=$1
display=$2
picture=$3
ground=$(mktemp -d)
mount -t tmpfs tmpfs "$ground"
mkdir "$ground/changed" "$ground/work" "$ground/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$ground/changed,workdir=$ground/work" "$ground/root"
for place in proc sys dev; do mount --rbind "/$place" "$ground/root/$place"; done
mkdir -p "$ground/root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$ground/root/tmp/.X11-unix"
mount --make-rprivate /
cp "$package" "$ground/root/package.deb"
mkdir "$ground/root/before"
cd "$ground/root"
# Not chroot: whoever is in one gets no user namespaces, and Chromium's sandbox is made of them.
pivot_root . before
cd /
ground=/before$ground

# What the package asks for and this system lacks is said, not hidden.
dpkg --force-depends -i /package.deb 2>&1 | grep -iE 'depends on|error|warn' || true
echo "installed: $(dpkg-query -W -f '${Status}' videopriem)"
echo "sandbox helper: $(stat -c %a /opt/*/chrome-sandbox)"
echo "command: $(readlink -f /usr/bin/videopriem)"

home=/home/specialist
mkdir -p "$home"
chown 65534:65534 "$home"
setpriv --reuid=65534 --regid=65534 --clear-groups \
  env -i HOME=$home PATH=/usr/bin:/bin LANG=C.UTF-8 "DISPLAY=$display" \
  videopriem --ozone-platform=x11 --demo >"$ground/said" 2>&1 &
program=$!
for _ in $(seq 1 150); do
  DISPLAY=$display xdotool search --onlyvisible --name '^Видеоприём$' >/dev/null 2>&1 && break
  kill -0 $program 2>/dev/null || { echo "ended by itself:"; tail -20 "$ground/said"; exit 1; }
  sleep 0.1
done
picture() { ffmpeg -nostdin -y -loglevel error -f x11grab -video_size 1920x1080 -i "$display" -frames:v 1 "/before$picture"; }
if ! DISPLAY=$display xdotool search --onlyvisible --name '^Видеоприём$' >/dev/null; then
  echo 'no desk; windows:'
  DISPLAY=$display xdotool search --onlyvisible --name . getwindowname %@ || true
  tail -20 "$ground/said"
  picture
  exit 1
fi
profile=$home/.local/share/videopriem-demo
for _ in $(seq 1 100); do [ -s "$profile/workstation.db" ] && break; sleep 0.1; done
echo "database: $(stat -c %s "$profile/workstation.db") bytes"
sleep 2
picture
kill -TERM $program
wait $program || echo "ended with $?"
echo "logs closed: $(find "$profile" -maxdepth 1 -name '*.db-wal' -size +0 | wc -l) open"

dpkg --purge videopriem 2>&1 | grep -iE 'error|warn' || true
cd "$ground/changed"
echo 'left:'
find . -type f \
  ! -path "./home/specialist/*" ! -path './var/lib/dpkg/*' ! -path './var/log/*' ! -path './var/cache/*' ! -name package.deb ! -path './tmp/*' ! -path './before/*' \
  ! -path './usr/share/mime/*' ! -path './usr/share/applications/mimeinfo.cache' ! -path './var/lib/update-alternatives/*' -print
find ./opt ./usr/share/applications -name '*ideopri*' -print 2>/dev/null || true
echo "profile: $(find "./home/specialist" -name workstation.db | wc -l)"
