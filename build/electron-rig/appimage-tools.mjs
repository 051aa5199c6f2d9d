import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Stands in for what electron-builder fetches for an AppImage from a host that is no registry: Debian's mksquashfs, no
 * libraries beside the program, and in the place of the runtime (a program that mounts the rest of its own file) a script
 * that unpacks it by Debian's unsquashfs. What lies behind it (AppRun, menu entry, icons, the program) is electron-builder's.
 * For an AppImage that is looked at, never for one that is handed out.
 * @param {string} folder an empty one
 * @returns {{ kind: 'ready', directory: string } | { kind: 'absent', reason: string }}
 */
export function standInAppImageTools(folder) {
  if (!existsSync('/usr/bin/mksquashfs')) return { kind: 'absent', reason: 'squashfs-tools is not installed' }
  const tools = join(folder, 'linux-x64')
  mkdirSync(tools, { recursive: true })
  mkdirSync(join(folder, 'lib/x64'), { recursive: true })
  symlinkSync('/usr/bin/mksquashfs', join(tools, 'mksquashfs'))
  // Asked for and never called.
  symlinkSync('/bin/true', join(tools, 'desktop-file-validate'))
  writeFileSync(join(folder, 'runtime-x64'), runtime.padEnd(runtimeBytes, '\n'))
  return { kind: 'ready', directory: folder }
}

const runtimeBytes = 4096
const runtime = `#!/bin/sh
# In the place of the AppImage runtime: unpacks what follows and starts it, as --appimage-extract-and-run does.
self=$(readlink -f "$0")
ground=$(mktemp -d)
unsquashfs -quiet -no-progress -offset ${runtimeBytes} -dest "$ground/root" "$self" >/dev/null || exit 1
APPIMAGE=$self APPDIR=$ground/root ARGV0=$0 "$ground/root/AppRun" "$@" &
program=$!
trap 'kill -TERM $program' TERM
wait $program
code=$?
# Interrupted by the signal that was handed on.
[ $code -lt 128 ] || { wait $program; code=$?; }
rm -rf "$ground"
exit $code
`
