import { expect, test } from 'vitest'
import { filterRequests, mayOwnReach, mayRoomReach } from '../../../../../electron/desktop/security/request-filter.ts'
import { makeFakeElectron } from '../../../../fixtures/electron/make-fake-electron.ts'
import { hostileLinks } from '../../../../fixtures/hostile-links.ts'
import { keptLog } from '../../../../fixtures/kept-log.ts'
import { demonstrationRules, roomRules } from '../../../../fixtures/room-rules.ts'

const room = (url: string, resourceType = 'xhr', rules = roomRules) => mayRoomReach({ url, resourceType }, rules)
const own = (url: string, resourceType = 'xhr') => mayOwnReach({ url, resourceType })

test.each([
  'https://telemost.yandex.ru/j/1',
  'https://telemost.yastatic.net/s3/telemost/_/main.ru.js',
  'https://cloud-api.yandex.ru/telemost_front/v2',
  'wss://goloom.strm.yandex.net/join',
  'wss://a.b.strm.yandex.net/',
  'https://passport.yandex.ru/',
  'blob:https://telemost.yandex.ru/8f1c',
  'data:image/png;base64,AA',
])('the room reaches %s', url => expect(room(url)).toBe(true))

/** Those two stay inside the page; as a page of their own they are refused below. */
const inside = hostileLinks.filter(
  url => !url.startsWith('blob:') && !url.startsWith('data:') && !url.startsWith('wss:'),
)
test.each([
  ...inside,
  'https://mc.yandex.ru/watch',
  'https://strm.yandex.net/',
  'http://yastatic.net/',
  'blob:https://evil.example/1',
  'blob:null/1',
  'blob:app://videopriem/1',
  'app://videopriem/',
])('the room does not reach %j', url => expect(room(url)).toBe(false))

test.each(['mainFrame', 'subFrame'])('nothing of its own making and no socket becomes a %s', resourceType => {
  for (const url of ['data:text/html,x', 'blob:https://telemost.yandex.ru/1', 'wss://goloom.strm.yandex.net/join'])
    expect(room(url, resourceType)).toBe(false)
})

test('the stand-in room talks to its own port only', () => {
  expect(room('http://127.0.0.1:47200/room.js', 'script', demonstrationRules)).toBe(true)
  expect(room('ws://127.0.0.1:47200/x', 'webSocket', demonstrationRules)).toBe(true)
  expect(room('http://127.0.0.1:47201/', 'xhr', demonstrationRules)).toBe(false)
  expect(room('http://127.0.0.1:47200/room.js', 'script')).toBe(false)
})

test.each(['app://videopriem/', 'app://videopriem/assets/a.js', 'blob:app://videopriem/1', 'data:image/png;base64,AA'])(
  'our pages reach %s',
  url => expect(own(url)).toBe(true),
)
test.each([
  ...hostileLinks.filter(url => !url.startsWith('data:')),
  'https://telemost.yandex.ru/',
  'http://127.0.0.1:47123/',
  'app://videopriem.evil.example/',
  'app://evil/',
  'blob:https://telemost.yandex.ru/1',
])('our pages do not reach %j', url => expect(own(url)).toBe(false))
test('no page of ours is made of data', () => {
  expect(own('data:text/html,x', 'mainFrame')).toBe(false)
  expect(own('blob:app://videopriem/1', 'subFrame')).toBe(false)
})

test('every request is judged, whatever its kind, and a refusal tells no path', async () => {
  const { fake } = makeFakeElectron()
  fake.app.becomeReady()
  const session = fake.world.sessionOf('persist:telemost')
  const log = keptLog()
  filterRequests(session.real, { mayReach: asked => mayRoomReach(asked, roomRules), log })
  expect(session.webRequest.beforeRequest?.filter).toBeNull()
  expect(await session.webRequest.ask({ url: 'https://telemost.yandex.ru/j/1' })).toEqual({ cancel: false })
  expect(await session.webRequest.ask({ url: 'https://evil.example/ivanov', resourceType: 'image' })).toEqual({
    cancel: true,
  })
  expect(log.lines).toEqual([
    { message: 'request cancelled', facts: { site: 'https://evil.example', resourceType: 'image' } },
  ])
})
