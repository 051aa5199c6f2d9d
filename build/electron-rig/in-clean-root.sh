#!/bin/bash
# Runs in a mount namespace of its own: installs the package over a system that nobody keeps, starts the program as an
# account that owns nothing, has it record one reception, removes it, and prints what is left. Then the same of the AppImage.
# Usage: in-clean-root.sh SYSTEM PACKAGE APPIMAGE DISPLAY PICTURE PROJECT NODE
# SYSTEM: a minimal Debian, where apt resolves what the package depends on; / is a copy of this very system, where
# nothing is fetched and what is missing is only said. APPIMAGE may be empty.
set -eu -o pipefail
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
system=$1
package=$2
appimage=$3
display=$4
picture=$5
project=$6
node=$7
ground=$(mktemp -d)
mount -t tmpfs tmpfs "$ground"
mkdir "$ground/changed" "$ground/work" "$ground/root"
mount -t overlay overlay -o "lowerdir=$system,upperdir=$ground/changed,workdir=$ground/work" "$ground/root"
for place in proc sys dev; do mount --rbind "/$place" "$ground/root/$place"; done
mkdir -p "$ground/root/tmp/.X11-unix" "$ground/root/before"
chmod 1777 "$ground/root/tmp"
mount --bind /tmp/.X11-unix "$ground/root/tmp/.X11-unix"
mount --make-rprivate /
cp "$package" "$ground/root/package.deb"
[ -z "$appimage" ] || install -m 755 "$appimage" "$ground/root/program.AppImage"
if [ "$system" != / ]; then
  # Whatever the network of this machine asks for.
  cp /etc/resolv.conf /etc/hosts "$ground/root/etc/"
  mkdir -p /var/tmp/videopriem-debian-packages "$ground/root/var/cache/apt/archives"
  mount --bind /var/tmp/videopriem-debian-packages "$ground/root/var/cache/apt/archives"
fi
cd "$ground/root"
# Not chroot: whoever is in one gets no user namespaces, and Chromium's sandbox is made of them.
pivot_root . before
cd /
# In the system this machine has: its tools, which the clean one lacks.
outside() { chroot /before "$@"; }
on_display() { outside env DISPLAY="$display" "$@"; }
fetch() { apt-get -qq -y --no-install-recommends install "$@" >/apt-said 2>&1 || { tail -5 /apt-said; exit 1; }; }

if [ "$system" != / ]; then
  echo "system: Debian $(cat /etc/debian_version), $(dpkg-query -W | wc -l) packages"
  apt-get -qq update
  apt-get -qq -y --no-install-recommends satisfy "$(dpkg-deb -f /package.deb Depends)" >/apt-said 2>&1 || { tail -5 /apt-said; exit 1; }
  echo "with what it depends on: $(dpkg-query -W | wc -l) packages"
fi
# Before what is only recommended comes and brings libraries the package forgot to ask for.
mkdir /unpacked
dpkg-deb -x /package.deb /unpacked
missing=$(find /unpacked/opt -type f \( -name videopriem -o -name '*.so*' \) -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u || true)
rm -r /unpacked
if [ -n "$missing" ]; then
  echo "libraries nobody asked for: $missing"
  exit 1
fi
echo 'libraries: all there'
[ "$system" = / ] || fetch ffmpeg
[ "$system" = / ] || [ -z "$appimage" ] || fetch squashfs-tools
touch /begun
# On a copy of this system, what the package asks for and this one lacks is said, not hidden.
if [ "$system" = / ]; then dpkg --force-depends -i /package.deb 2>&1 | grep -iE 'depends on|error|warn' || true
else fetch /package.deb; fi
echo "installed: $(dpkg-query -W -f '${Status}' videopriem)"
echo "sandbox helper: $(stat -c %a /opt/*/chrome-sandbox)"
echo "command: $(readlink -f /usr/bin/videopriem)"

home=/home/specialist
mkdir -p "$home"
chown 65534:65534 "$home"
# SWITCHES COMMAND…: what the rig gives behind the program's look at its command line, and the command.
start() {
  local behind=$1
  shift
  exec setpriv --reuid=65534 --regid=65534 --clear-groups \
    env -i HOME=$home PATH=/usr/bin:/bin LANG=C.UTF-8 "DISPLAY=$display" "VIDEOPRIEM_RIG_SWITCHES=$behind" "$@"
}
# CONDITION…: waits for it, at most sixty seconds.
await() {
  for _ in $(seq 1 600); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.1
  done
  return 1
}
stands() { on_display xdotool search --onlyvisible --name "^$1\$"; }
draw() { outside ffmpeg -nostdin -y -loglevel error -f x11grab -video_size 1920x1080 -i "$display" -frames:v 1 "$picture"; }
# PROFILE COMMAND…: starts it, has it record, leaves it.
record_with() {
  local profile=$1 program recorded=0
  shift
  start 'remote-debugging-port=0 use-fake-device-for-media-stream' "$@" >/said 2>&1 &
  program=$!
  if ! await stands 'Видеоприём'; then
    echo 'no desk; windows:'
    on_display xdotool search --onlyvisible --name . getwindowname %@ || true
    tail -20 /said
    draw
    kill -KILL $program
    return 1
  fi
  await test -s "$profile/workstation.db"
  echo "database: $(stat -c %s "$profile/workstation.db") bytes"
  # From outside nothing but the changes can be seen of this system.
  outside "$node" "$project/tests/electron/package/record-reception.ts" \
    --said="$ground/changed/said" --profile="$ground/changed$profile" --display="$display" --picture="$picture" || recorded=$?
  [ $recorded -eq 0 ] || { echo 'NOT recorded'; tail -20 /said; }
  kill -TERM $program
  wait $program || echo "ended with $?"
  echo "logs closed: $(find "$profile" -maxdepth 1 -name '*.db-wal' -size +0 | wc -l) open"
  return $recorded
}

# What drives the program below would be a way in for everybody: on its command line it is refused.
start '' videopriem --ozone-platform=x11 --demo --remote-debugging-port=0 --use-fake-device-for-media-stream >/refused 2>&1 &
refused=$!
if await stands '«Видеоприём» не запущен'; then echo 'started by a debugger: refused'; else
  echo 'started by a debugger: NOT refused'
  tail -20 /refused
  kill -KILL $refused
  exit 1
fi
kill -KILL $refused
wait $refused 2>/dev/null || true

failed=0
record_with $home/.local/share/videopriem-demo videopriem --ozone-platform=x11 --demo || failed=$?
dpkg --purge videopriem 2>&1 | grep -iE 'error|warn' || true
echo 'left:'
(
  cd /
  find opt usr etc var root srv home -xdev -type f -cnewer /begun \
    ! -path 'home/specialist/*' ! -path 'var/lib/dpkg/*' ! -path 'var/lib/apt/*' ! -path 'var/log/*' ! -path 'var/cache/*' \
    ! -path 'usr/share/mime/*' ! -path 'usr/share/applications/mimeinfo.cache' ! -path 'var/lib/update-alternatives/*' -print 2>/dev/null || true
  find opt usr/share/applications -name '*ideopri*' -print 2>/dev/null || true
)
echo "profile: $(find /home/specialist -name workstation.db | wc -l)"

if [ -n "$appimage" ]; then
  echo "AppImage: $(stat -c %s /program.AppImage) bytes"
  record_with $home/of-appimage /program.AppImage --ozone-platform=x11 --demo --profile $home/of-appimage || failed=$?
fi
exit $failed
