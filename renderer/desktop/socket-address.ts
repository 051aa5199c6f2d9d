/** Address of a socket on the host that served this page (browser host). */
export function socketAddress({ protocol, host }: Pick<Location, 'protocol' | 'host'>, path: string): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${path}`
}
