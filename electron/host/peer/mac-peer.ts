import type { PeerConnection } from './peer-connection.ts'

/** Arguments of lsof that list the established connections of one user with this port at either end. */
export const lsofArguments = (uid: number, { ownPort }: PeerConnection): readonly string[] => [
  ...['-nP', '-w', '-a', '-u', String(uid)],
  ...[`-iTCP@127.0.0.1:${ownPort}`, '-sTCP:ESTABLISHED', '-Fn'],
]

/** Whether that list holds the other end of the connection: then the user it was asked for holds it. */
export const isListedByLsof = (answer: string, { ownPort, peerPort }: PeerConnection): boolean =>
  answer.split('\n').includes(`n127.0.0.1:${peerPort}->127.0.0.1:${ownPort}`)
