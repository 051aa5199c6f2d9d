import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { letterText } from '../../fixtures/mail-server/letter-text.ts'
import {
  type MailServer,
  mailServerObstacle,
  mailUsers,
  startMailServer,
} from '../../fixtures/mail-server/start-mail-server.ts'
import { until } from '../../fixtures/until.ts'
import { idlePace, type MailroomBench, openMailroomBench, settingsOf } from './mailroom-bench.ts'

const obstacle = mailServerObstacle()

describe.skipIf(obstacle !== null)(
  `letters of a real Dovecot${obstacle === null ? '' : ` (skipped: ${obstacle})`}`,
  () => {
    let server: MailServer
    let bench: MailroomBench
    beforeEach(async () => {
      server = await startMailServer()
      bench = openMailroomBench()
    })
    afterEach(async () => {
      await bench.close()
      await server.stop()
    })
    const state = (kind: string) =>
      until(
        `the mailbox is ${kind}`,
        () => bench.mailbox().state,
        found => found.kind === kind,
        30_000,
      )

    test.each([
      ['TLS', {}],
      ['STARTTLS', { security: 'startTls' as const }],
    ])('what is there is taken over, what comes is told by IDLE: %s', async (_, changes) => {
      await server.deliver(letterText({ number: 1 }), 'priem')
      const beforeMs = Date.now()
      await bench.add(server, { ...changes, ...(changes.security ? { port: server.imapPort } : {}) })
      const [first = ''] = await bench.letters(1)
      await state('connected')
      await server.deliver(letterText({ number: 2 }), 'priem')
      await bench.letters(2)
      const opened = await unwrap(bench.care.service.letter(bench.session, first))
      // INTERNALDATE, not the Date header.
      expect(Math.abs(Date.parse(opened.receivedAt) - beforeMs)).toBeLessThan(60_000)
      expect(opened.reading?.headerAt).toBe('2026-11-20T02:00:00.000Z')
      expect(opened.reading?.application?.fields[0]).toMatchObject({ name: 'familyName', value: 'Канарейкин-1' })
      // Nothing was marked or moved on the server: both letters are where the delivery laid them.
      expect(await server.letters('priem')).toHaveLength(2)
    })

    test('without IDLE news a poll finds it', async () => {
      await bench.close()
      bench = openMailroomBench({ ...idlePace, pollMs: 200 })
      await bench.add(server)
      await state('connected')
      await server.deliver(letterText({ number: 1 }), 'priem')
      await bench.letters(1)
    })

    test('a server that goes away and comes back: said, and nothing is missed', async () => {
      await bench.add(server)
      await state('connected')
      await server.stopImap()
      const waiting = await state('waiting')
      expect(['cut', 'refusedConnection']).toContain(waiting.kind === 'waiting' ? waiting.trouble : '')
      await server.startImap()
      await server.deliver(letterText({ number: 1 }), 'priem')
      await state('connected')
      await bench.letters(1)
    })

    test('another UIDVALIDITY: read again, nothing twice', async () => {
      await bench.add(server)
      for (const number of [1, 2, 3]) await server.deliver(letterText({ number }), 'priem')
      await bench.letters(3)
      await until('three sightings', bench.sightings, count => count === 3)
      await server.stopImap()
      await state('waiting')
      await server.forgetUids('priem')
      await server.startImap()
      await until('each was seen a second time', bench.sightings, count => count === 6, 30_000)
      await bench.letters(3)
    })

    test('the same letter in two mailboxes is one letter; another one under the same Message-ID is two', async () => {
      await bench.add(server)
      await bench.add(server, { userName: 'grazhdanin', address: 'grazhdanin@example.ru' })
      await server.deliver(letterText({ number: 1 }), 'priem', 'grazhdanin')
      await until('seen twice', bench.sightings, count => count === 2, 30_000)
      await bench.letters(1)
      const messageId = '<always-the-same@example.ru>'
      await server.deliver(letterText({ number: 2, messageId }), 'priem')
      await server.deliver(letterText({ number: 3, messageId }), 'priem')
      await bench.letters(3)
    })

    test('a letter of more than 25 MB: its head only, and it is said', async () => {
      await bench.add(server)
      await server.deliver(letterText({ number: 1, text: 'ы'.repeat(70).concat('\r\n').repeat(190_000) }), 'priem')
      const [letterId = ''] = await bench.letters(1)
      const letter = await unwrap(bench.care.service.letter(bench.session, letterId))
      expect(letter).toMatchObject({ tooBig: true, reading: { subject: 'Заявка на личный приём', text: '' } })
      expect(letter.byteLength).toBeGreaterThan(25 * 1024 * 1024)
      expect(letter.reading?.warnings).toContain('tooBig')
    })

    test('what came before the chosen day stays where it is', async () => {
      await server.deliver(letterText({ number: 1 }), 'priem')
      await bench.add(server, { since: '2099-01-01' })
      await state('connected')
      expect(bench.sightings()).toBe(0)
    })

    test.each([
      ['a wrong password', { secret: 'не-тот' }, {}, 'secret', /не принял имя и пароль/],
      ['a certificate nobody vouches for', {}, { caFile: null }, 'caFile', /Сертификату сервера нельзя верить/],
      ['a file that is no certificate', {}, { caFile: '/etc/hostname' }, 'caFile', /не прочитан/],
      ['a folder that is not there', {}, { folder: 'Заявки' }, 'folder', /Такой папки в ящике нет/],
      ['a port nobody listens at', {}, { port: 1 }, 'port', /не принимает соединений/],
      ['a host nobody knows', {}, { host: 'nowhere.invalid' }, 'host', /Такого узла нет/],
    ])(
      '%s: said in Russian at its field, nothing kept',
      async (_, { secret = mailUsers.priem }, changes, field, words) => {
        const settings = settingsOf(server, changes)
        const refusal = await bench.care.service.saveMailbox(bench.session, { mailboxId: null, settings, secret })
        expect(refusal).toMatchObject({
          ok: false,
          fault: { code: 'badInput', fields: { [field]: expect.stringMatching(words) } },
        })
        expect(bench.care.service.mailboxes()).toEqual({ ok: true, value: [] })
      },
    )

    test('a password that was changed on the server: said, and the new one mends it', async () => {
      const { id: mailboxId } = await bench.add(server)
      await state('connected')
      await server.stopImap()
      await server.changePassword('priem', 'новый-пароль-почты')
      await server.startImap()
      await until(
        'the server refuses the password',
        () => bench.mailbox().state,
        found => found.kind === 'waiting' && found.trouble === 'passwordWrong',
        30_000,
      )
      const settings = settingsOf(server)
      const kept = await bench.care.service.probeMailbox({ mailboxId, settings, secret: null })
      expect(kept).toMatchObject({ ok: false, fault: { fields: { secret: expect.any(String) } } })
      await unwrap(bench.care.service.saveMailbox(bench.session, { mailboxId, settings, secret: 'новый-пароль-почты' }))
      await state('connected')
      // The kept password belongs to this server alone.
      const elsewhere = { ...settings, host: '127.0.0.1' }
      expect(await bench.care.service.probeMailbox({ mailboxId, settings: elsewhere, secret: null })).toMatchObject({
        ok: false,
        fault: { fields: { secret: expect.stringMatching(/ещё раз/) } },
      })
    })
  },
)
