import { expect, test } from 'vitest'
import { startSmtp } from '../../fixtures/smtp/smtp-fixture.ts'
import { until } from '../../fixtures/until.ts'
import { answered, become, openDemonstration } from './demonstration-bench.ts'

test('letters of the demonstration never leave the computer, whatever server was entered', {
  timeout: 120_000,
}, async () => {
  const smtp = await startSmtp()
  const { calls, close } = await openDemonstration('2026-11-18T06:30:00Z')
  try {
    await become(calls, 'Лебедев И. О.')
    const entered = {
      ...({
        isOn: true,
        host: 'localhost',
        port: smtp.port,
        security: 'startTls',
        authentication: 'password',
      } as const),
      ...{ userName: smtp.userName, secret: smtp.password, certificateAuthority: smtp.certificate },
      ...{ fromAddress: 'priem@example.ru', fromName: 'Управление' },
    }
    await answered(calls.notices.probe({ server: entered, testTo: 'somebody@example.ru' }))
    const probed = await answered(calls.notices.probe({ server: entered, testTo: null }))
    expect(probed).toMatchObject({ works: true, answer: expect.stringContaining('не покидают этот компьютер') })
    await answered(calls.notices.saveServer({ server: entered, anyway: false }))

    await become(calls, 'Иванова А. П.')
    const bounced = (await answered(calls.notices.outbox())).rows.find(({ standing }) => standing === 'bounced')
    if (!bounced) throw new Error('nothing came back')
    await answered(calls.notices.resend({ noticeId: bounced.id }))
    const { notices } = await until(
      'the letter was taken',
      () => answered(calls.notices.ofApplication({ applicationId: bounced.applicationId })),
      ({ notices: [last] }) => last?.standing === 'accepted',
    )
    expect(notices[0]?.answer).toContain('письмо осталось на этом компьютере')
    expect(smtp.letters).toEqual([])
  } finally {
    await close()
    await smtp.stop()
  }
})
