import { execFile } from 'node:child_process'
import { win32 } from 'node:path'
import { promisify } from 'node:util'
import { readOrEmpty } from '../../disk/read-or-empty.ts'
import { ownerInLinuxTable } from './linux-peer.ts'
import { isListedByLsof, lsofArguments } from './mac-peer.ts'
import type { PeerConnection } from './peer-connection.ts'
import { processInNetstat } from './windows-peer.ts'

const run = promisify(execFile)
const toolTimeoutMs = 5_000
/** The kernel lists its sockets while they come and go: a row can be passed over. */
const readings = 3

/**
 * Whether the other end of a loopback connection is held by the user this program runs as. Who cannot be found out is
 * not: every doubt and every failure is a refusal. Root is nobody special (docs/decisions/0030).
 */
export async function isOwnPeer(connection: PeerConnection): Promise<boolean> {
  try {
    switch (process.platform) {
      case 'linux':
        return isOwnOnLinux(connection)
      case 'win32':
        return await isOwnOnWindows(connection)
      case 'darwin':
        return await isOwnOnMac(connection)
      default:
        return false
    }
  } catch {
    return false
  }
}

function isOwnOnLinux(connection: PeerConnection): boolean {
  for (let reading = 0; reading < readings; reading += 1) {
    // A computer without IPv6 has one table.
    for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
      const owner = ownerInLinuxTable(readOrEmpty(table), connection)
      if (owner !== null) return owner === process.getuid?.()
    }
  }
  return false
}

/** Another user's process may not be ended by us, which Windows tells without ending it. */
async function isOwnOnWindows(connection: PeerConnection): Promise<boolean> {
  const netstat = win32.join('C:\\Windows', 'System32', 'netstat.exe')
  const { stdout } = await run(netstat, ['-ano', '-p', 'TCP'], { timeout: toolTimeoutMs, windowsHide: true })
  const processId = processInNetstat(stdout, connection)
  return processId !== null && process.kill(processId, 0)
}

async function isOwnOnMac(connection: PeerConnection): Promise<boolean> {
  const uid = process.getuid?.()
  if (uid === undefined) return false
  const { stdout } = await run('/usr/sbin/lsof', [...lsofArguments(uid, connection)], { timeout: toolTimeoutMs })
  return isListedByLsof(stdout, connection)
}
