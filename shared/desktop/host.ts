/** Where the pages stand: in a window of a browser, or in the desktop program with the room inside. */
export type Host = 'browser' | 'desktop'

export const hosts: readonly Host[] = ['browser', 'desktop']

/** One text, or one for each host where it names what only that host has: tabs and addresses, or the room inside. */
export type HostText = string | Readonly<Record<Host, string>>

export const textOn = (host: Host, text: HostText): string => (typeof text === 'string' ? text : text[host])

/** By what the host says of itself: whoever holds the room inside has no tabs. */
export const hostOf = ({ openTelemostInside }: { readonly openTelemostInside: boolean }): Host =>
  openTelemostInside ? 'desktop' : 'browser'
