import { describe, expect, test } from 'vitest'
import { judgeNavigation, judgeWindowOpen, type Surface } from '../../../../../electron/desktop/security/navigation.ts'
import { hostileLinks } from '../../../../fixtures/hostile-links.ts'
import { demonstrationRules, roomRules } from '../../../../fixtures/room-rules.ts'

const surfaces: readonly Surface[] = ['own', 'recorder', 'room', 'signIn']
const goes = (url: string, surface: Surface, rules = roomRules) => judgeNavigation(url, surface, rules).open
const opens = (url: string, surface: Surface, rules = roomRules) =>
  judgeWindowOpen({ url, frameName: '' }, surface, rules).open

describe('the room', () => {
  test.each([
    'https://telemost.yandex.ru/j/12345678901234',
    'https://telemost.360.yandex.ru/j/123456?a=b#c',
    'https://telemost.yandex.com/',
    'https://passport.yandex.ru/auth?retpath=https%3A%2F%2Ftelemost.yandex.ru',
    'https://id.yandex.ru/',
    'https://oauth.yandex.ru/authorize?response_type=token',
  ])('goes to %s', url => {
    expect(goes(url, 'room')).toBe('here')
    expect(goes(url, 'signIn')).toBe('here')
  })

  test.each(['https://passport.yandex.ru/auth', 'https://id.yandex.ru/', 'https://oauth.yandex.ru/authorize'])(
    'signs in at %s in a window of its own',
    url => expect(opens(url, 'room')).toBe('signIn'),
  )

  test.each([
    'https://telemost.yandex.ru/j/654321',
    'https://yandex.ru/support/telemost',
    'https://evil.example/',
    'https://yastatic.net/',
    'https://cloud-api.yandex.ru/',
    'https://passport.yandex.ru.evil.example/',
    'https://passport.yandex.ru:8443/',
    'http://passport.yandex.ru/',
  ])('opens nothing at %s', url => expect(opens(url, 'room')).toBe('nowhere'))

  test.each(['https://yastatic.net/', 'https://cloud-api.yandex.ru/', 'https://avatars.mds.yandex.net/'])(
    'reaches %s and never goes there',
    url => expect(goes(url, 'room')).toBe('nowhere'),
  )
})

test.each(hostileLinks)('%j leads nowhere from anywhere', url => {
  for (const surface of surfaces) {
    expect(goes(url, surface)).toBe('nowhere')
    expect(opens(url, surface)).toBe('nowhere')
  }
})

describe('our own pages', () => {
  test.each([
    ['own', 'app://videopriem/'],
    ['own', 'app://videopriem/#/journal'],
    ['recorder', 'app://videopriem/recorder'],
  ] as const)('%s stays at %s', (surface, url) => expect(goes(url, surface)).toBe('here'))

  test.each([
    ['own', 'app://videopriem/recorder'],
    ['own', 'app://videopriem/assets/x.svg'],
    ['own', 'app://videopriem/recordings/abc'],
    ['own', 'app://evil/'],
    ['own', 'https://telemost.yandex.ru/'],
    ['recorder', 'app://videopriem/'],
    ['room', 'app://videopriem/'],
    ['signIn', 'app://videopriem/'],
  ] as const)('%s never gets to %s', (surface, url) => expect(goes(url, surface)).toBe('nowhere'))

  test.each(['own', 'recorder', 'signIn'] as const)('%s opens no window, not even of ours', surface => {
    for (const url of ['app://videopriem/', 'https://passport.yandex.ru/', 'https://telemost.yandex.ru/']) {
      expect(opens(url, surface)).toBe('nowhere')
    }
  })
})

describe('the stand-in room of the demonstration', () => {
  test('is one address and nothing else', () => {
    expect(goes('http://127.0.0.1:47200/', 'room', demonstrationRules)).toBe('here')
    for (const url of [
      'http://127.0.0.1:47201/',
      'http://127.0.0.1:472000/',
      'http://127.0.0.1:47200.evil.example/',
      'http://127.0.0.1:47200@evil.example/',
      'http://localhost:47200/',
      'https://127.0.0.1:47200/',
    ]) {
      expect(goes(url, 'room', demonstrationRules)).toBe('nowhere')
    }
  })
  test('does not exist in real work', () => expect(goes('http://127.0.0.1:47200/', 'room')).toBe('nowhere'))
  test('is no place for our own pages', () =>
    expect(goes('http://127.0.0.1:47200/', 'own', demonstrationRules)).toBe('nowhere'))
})

test('a refusal tells the site and never the path', () => {
  const verdict = judgeNavigation('https://evil.example/ivanov?phone=1', 'room', roomRules)
  expect(verdict).toEqual({ open: 'nowhere', reason: 'otherHost', site: 'https://evil.example' })
})

describe('the panel on top', () => {
  const opensPanel = (url: string, frameName: string, surface: Surface) =>
    judgeWindowOpen({ url, frameName }, surface, roomRules).open === 'panel'
  test('the desk opens it empty, by its name', () =>
    expect(opensPanel('about:blank', 'videopriem-panel', 'own')).toBe(true))
  test('nobody else does, and the desk opens nothing else so', () => {
    for (const surface of surfaces)
      for (const url of ['about:blank', 'app://videopriem/', ...hostileLinks])
        for (const name of ['videopriem-panel', '', '_blank'])
          expect(opensPanel(url, name, surface)).toBe(
            surface === 'own' && url === 'about:blank' && name === 'videopriem-panel',
          )
  })
})
