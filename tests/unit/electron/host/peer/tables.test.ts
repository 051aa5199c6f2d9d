import { describe, expect, test } from 'vitest'
import { ownerInLinuxTable } from '../../../../../electron/host/peer/linux-peer.ts'
import { isListedByLsof, lsofArguments } from '../../../../../electron/host/peer/mac-peer.ts'
import { peerConnection } from '../../../../../electron/host/peer/peer-connection.ts'
import { processInNetstat } from '../../../../../electron/host/peer/windows-peer.ts'

/** 47123 = B813, 51000 = C738. */
const connection = { ownPort: 47_123, peerPort: 51_000 }

describe('/proc/net/tcp', () => {
  const heading = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode'
  const row = (local: string, remote: string, { state = '01', uid = '1000', inode = '424242' } = {}): string =>
    `   7: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000  ${uid}        0 ${inode} 1 0 20 4 30 10 -1`
  const [peer, own] = ['0100007F:C738', '0100007F:B813']

  test.each<[string, string[], number | null]>([
    ['the other end', [row(peer, own)], 1000],
    ['the other end is root', [row(peer, own, { uid: '0' })], 0],
    ['our own end comes first', [row(own, peer, { uid: '7' }), row(peer, own)], 1000],
    ['a listener on the same port', [row(own, '00000000:0000', { state: '0A', uid: '7' }), row(peer, own)], 1000],
    ['the same port to elsewhere', [row(peer, '0100007F:0016', { uid: '7' }), row(peer, own)], 1000],
    ['the same ports of another address', [row('0200007F:C738', own, { uid: '7' }), row(peer, own)], 1000],
    ['given up, shown as root', [row(peer, own, { uid: '0', inode: '0' })], null],
    ['closing', [row(peer, own, { state: '04' })], null],
    ['waiting after its end', [row(peer, own, { state: '06', uid: '0', inode: '0' })], null],
    [
      'a socket of IPv6 that speaks IPv4',
      [row(`0000000000000000FFFF0000${peer}`, `0000000000000000FFFF0000${own}`)],
      1000,
    ],
    ['nobody', [], null],
    ['no number', [row(peer, own, { uid: 'root' })], null],
    ['cut off', [`   7: ${peer} ${own} 01`], null],
  ])('%s', (_, rows, owner) => {
    expect(ownerInLinuxTable([heading, ...rows, ''].join('\n'), connection)).toBe(owner)
  })
})

describe('netstat of Windows', () => {
  const answer = (...rows: string[]): string =>
    [
      '',
      'Активные подключения',
      '',
      '  Имя    Локальный адрес        Внешний адрес          Состояние       PID',
      ...rows,
    ].join('\r\n')
  test.each<[string, string[], number | null]>([
    ['the other end', ['  TCP    127.0.0.1:51000        127.0.0.1:47123        ESTABLISHED     4321'], 4321],
    [
      'a state in another language',
      ['  TCP    127.0.0.1:51000        127.0.0.1:47123        HERGESTELLT     4321'],
      4321,
    ],
    ['our own end', ['  TCP    127.0.0.1:47123        127.0.0.1:51000        ESTABLISHED     99'], null],
    ['a longer port', ['  TCP    127.0.0.1:510001       127.0.0.1:47123        ESTABLISHED     99'], null],
    ['waiting after its end', ['  TCP    127.0.0.1:51000        127.0.0.1:47123        TIME_WAIT       0'], null],
    ['another address', ['  TCP    127.0.0.2:51000        127.0.0.1:47123        ESTABLISHED     99'], null],
    ['no process', ['  TCP    127.0.0.1:51000        127.0.0.1:47123'], null],
    ['nothing', [], null],
  ])('%s', (_, rows, processId) => {
    expect(processInNetstat(answer(...rows), connection)).toBe(processId)
  })
})

describe('lsof of macOS', () => {
  test('asks for the established connections of one user at our port', () => {
    expect(lsofArguments(501, connection)).toEqual([
      ...['-nP', '-w', '-a', '-u', '501', '-iTCP@127.0.0.1:47123', '-sTCP:ESTABLISHED', '-Fn'],
    ])
  })
  test.each([
    ['the other end', 'p99\nf24\nn127.0.0.1:51000->127.0.0.1:47123\n', true],
    ['only our own end', 'p98\nf24\nn127.0.0.1:47123->127.0.0.1:51000\n', false],
    ['a longer port', 'p99\nf24\nn127.0.0.1:51000->127.0.0.1:471234\n', false],
    ['a process of that name', 'p99\ncn127.0.0.1:51000->127.0.0.1:47123\n', false],
    ['nothing', '', false],
  ])('%s', (_, answer, isListed) => {
    expect(isListedByLsof(answer, connection)).toBe(isListed)
  })
})

describe('an accepted socket', () => {
  const socket = { localAddress: '127.0.0.1', localPort: 47_123, remoteAddress: '127.0.0.1', remotePort: 51_000 }
  test('is named by its two ports', () => expect(peerConnection(socket)).toEqual(connection))
  test.each([
    { localAddress: '192.168.1.5' },
    { remoteAddress: '192.168.1.6' },
    { localAddress: '::1', remoteAddress: '::1' },
    { remotePort: undefined },
    { localPort: undefined, localAddress: undefined },
  ])('is nobody known: %j', change => expect(peerConnection({ ...socket, ...change })).toBeNull())
})
