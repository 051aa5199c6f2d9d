import type { Session } from 'electron'
import * as z from 'zod'
import { HostName, readTelemostHosts } from '../../telemost/hosts-file.ts'
import { matchesHost, readPlainLink } from './plain-link.ts'

/** A permission by Electron's own name (electron.d.ts). */
export type Permission = Parameters<NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>>[1]

/** What a policy of the workplace adds (a company's own sign-in, a proxy's certificate page …). */
export interface AddedHosts {
  /** Reachable, and a place the sign-in may go to. */
  readonly signIn: readonly string[]
  /** Reachable only. */
  readonly reachable: readonly string[]
}

/** Where the room may go, what it may reach and what it may ask for. */
export interface RoomRules {
  readonly pages: readonly string[]
  readonly signIn: readonly string[]
  readonly reachable: readonly string[]
  readonly permissions: readonly Permission[]
  /** The stand-in room of the demonstration (`http://127.0.0.1:port`); null everywhere else. */
  readonly standInOrigin: string | null
}

/** Reads resources/telemost/hosts.json with what a policy adds. Throws where anything is not what it should be. */
export function readRoomRules(
  file: string,
  {
    added = { signIn: [], reachable: [] },
    standInOrigin = null,
  }: { added?: AddedHosts; standInOrigin?: string | null } = {},
): RoomRules {
  const { hosts, permissions } = readTelemostHosts(file)
  const signIn = [...hosts.signIn, ...z.array(HostName).parse(added.signIn)]
  return {
    pages: hosts.page,
    signIn,
    reachable: [...new Set([...Object.values(hosts).flat(), ...signIn, ...z.array(HostName).parse(added.reachable)])],
    permissions: permissions.granted,
    standInOrigin: z
      .string()
      .regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/)
      .nullable()
      .parse(standInOrigin),
  }
}

/** Whether an origin belongs to the stand-in room; compared as a whole. */
export function isStandIn(url: string, { standInOrigin }: Pick<RoomRules, 'standInOrigin'>): boolean {
  return standInOrigin !== null && (url === standInOrigin || url.startsWith(`${standInOrigin}/`))
}

/** Whether an address or an origin is one the room itself is shown at. */
export function isRoomPage(url: string, rules: RoomRules): boolean {
  if (isStandIn(url, rules)) return true
  const link = readPlainLink(url)
  return link?.scheme === 'https' && matchesHost(link.host, rules.pages)
}
