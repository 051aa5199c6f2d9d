#!/bin/bash
# Runs in a mount namespace of its own: installs the package over a copy of this system that nobody keeps, starts the program as
# an account that owns nothing, has it record one reception, removes it, and prints what is left.
# Usage: in-clean-root.sh PACKAGE DISPLAY PICTURE PROJECT NODE
set -eu -o pipefail
export LC_ALL=C.UTF-8
package=$1
display=$2
picture=$3
project=$4
node=$5
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
# SWITCHES [ARGUMENT…]: what the rig gives behind the program's look at its command line, and what stands on it.
start() {
  local behind=$1
  shift
  exec setpriv --reuid=65534 --regid=65534 --clear-groups \
    env -i HOME=$home PATH=/usr/bin:/bin LANG=C.UTF-8 "DISPLAY=$display" "VIDEOPRIEM_RIG_SWITCHES=$behind" \
    videopriem --ozone-platform=x11 --demo "$@"
}
# CONDITION…: waits for it, at most fifteen seconds.
await() {
  for _ in $(seq 1 150); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.1
  done
  return 1
}
stands() { DISPLAY=$display xdotool search --onlyvisible --name "^$1\$"; }
picture() { ffmpeg -nostdin -y -loglevel error -f x11grab -video_size 1920x1080 -i "$display" -frames:v 1 "/before$picture"; }

# What drives the program below would be a way in for everybody: on its command line it is refused.
start '' --remote-debugging-port=0 --use-fake-device-for-media-stream >"$ground/refused" 2>&1 &
refused=$!
if await stands '«Видеоприём» не запущен'; then echo 'started by a debugger: refused'; else
  echo 'started by a debugger: NOT refused'
  kill -KILL $refused
  exit 1
fi
kill -KILL $refused
wait $refused 2>/dev/null || true

start 'remote-debugging-port=0 use-fake-device-for-media-stream' >"$ground/said" 2>&1 &
program=$!
if ! await stands 'Видеоприём'; then
  echo 'no desk; windows:'
  DISPLAY=$display xdotool search --onlyvisible --name . getwindowname %@ || true
  tail -20 "$ground/said"
  picture
  exit 1
fi
profile=$home/.local/share/videopriem-demo
await test -s "$profile/workstation.db"
echo "database: $(stat -c %s "$profile/workstation.db") bytes"
recorded=0
"/before$node" "/before$project/tests/electron/package/record-reception.ts" \
  --said="$ground/said" --profile="$profile" --display="$display" --picture="/before$picture" || recorded=$?
[ $recorded -eq 0 ] || { echo 'NOT recorded'; tail -20 "$ground/said"; }
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
exit $recorded
