import { expect, test } from 'vitest'
import { guardCertificates } from '../../../../../electron/desktop/security/certificates.ts'
import { attemptBadCertificate, attemptClientCertificate } from '../../../../fixtures/electron/certificate.ts'
import { makeFakeElectron } from '../../../../fixtures/electron/make-fake-electron.ts'
import { FakeWebContents } from '../../../../fixtures/electron/web-contents.ts'
import { keptLog } from '../../../../fixtures/kept-log.ts'

function bench() {
  const { electron, fake } = makeFakeElectron()
  fake.app.becomeReady()
  const log = keptLog()
  guardCertificates({ app: electron.app, log })
  return { fake, log, contents: new FakeWebContents(fake.world) }
}

test.each(['https://telemost.yandex.ru/', 'https://127.0.0.1/', 'app://videopriem/'])(
  'a bad certificate of %s is refused, not asked about',
  url => {
    const { fake, contents } = bench()
    expect(attemptBadCertificate(fake.app, contents, url)).toEqual({ isPrevented: true, isTrusted: false })
  },
)

test('no certificate of ours is shown', () => {
  const { fake, contents } = bench()
  expect(attemptClientCertificate(fake.app, contents, 'https://telemost.yandex.ru/')).toEqual({
    isPrevented: true,
    answers: [],
  })
})

test.each([true, false])('no password is given; to a proxy: %s', isProxy => {
  const { fake, contents } = bench()
  const authInfo = { isProxy, scheme: 'basic', host: 'proxy.example', port: 3128, realm: 'x' }
  expect(fake.app.askForLogin(contents, authInfo)).toEqual({ isPrevented: true, given: [] })
})

test('what is told holds the site and nothing else of the address', () => {
  const { fake, log, contents } = bench()
  attemptBadCertificate(fake.app, contents, 'https://telemost.yandex.ru/j/123456?token=x')
  expect(log.lines).toEqual([
    {
      message: 'certificate refused',
      facts: { site: 'https://telemost.yandex.ru', error: 'net::ERR_CERT_AUTHORITY_INVALID' },
    },
  ])
})
