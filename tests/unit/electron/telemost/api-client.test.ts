import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTelemostApi } from '../../../../electron/telemost/api-client.ts'
import { telemostProblemText } from '../../../../shared/telemost/api-problem.ts'
import { startTelemostApi, type TelemostApiStandIn } from '../../../fixtures/telemost-api/telemost-api.ts'

let server: TelemostApiStandIn
beforeEach(async () => {
  server = await startTelemostApi()
})
afterEach(() => server.close())

const api = (changes: { token?: string; timeoutMs?: number; address?: string } = {}) =>
  makeTelemostApi({ address: server.address, token: server.token, ...changes })

test('made, read, changed, as the documentation says; the link is canonical', async () => {
  const made = await api({ address: `${server.address}/` }).create('ORGANIZATION')
  if (!made.ok) throw new Error(made.problem)
  expect(made.value.url).toMatch(/^https:\/\/telemost\.yandex\.ru\/j\/\d{14}$/)
  expect(await api().read(made.value.id)).toEqual(made)
  expect(await api().setWaitingRoom(made.value.id, 'ADMINS')).toEqual({ ok: true, value: null })
  expect(server.requests.map(({ method, path, body }) => [method, path.split('/')[3], body])).toEqual([
    ['POST', 'conferences', { waiting_room_level: 'ORGANIZATION' }],
    ['GET', 'conferences', null],
    ['PATCH', 'conferences', { waiting_room_level: 'ADMINS' }],
  ])
})

test.each([
  [400, 'FieldValidationError', 'badRequest'],
  [401, 'UnauthorizedError', 'unauthorised'],
  [402, 'PaymentRequiredToUseLiveStreams', 'paymentRequired'],
  [403, 'ApiRestrictedToOrganizations', 'organisationsOnly'],
  [403, 'ForbiddenError', 'noRight'],
  [404, 'ConferenceNotFound', 'notFound'],
  [409, 'Whatever', 'badRequest'],
  [429, 'TooManyRequestsError', 'tooMany'],
  [500, 'InternalServerError', 'serverFailed'],
  [503, 'ServiceUnavailable', 'serverFailed'],
] as const)('%i %s is told as «%s»', async (status, error, problem) => {
  server.behave({ kind: 'refuses', status, error })
  expect(await api().create('PUBLIC')).toEqual({ ok: false, problem })
  expect(telemostProblemText(problem)).toMatch(/[а-я]/)
})

test.each([
  ['not JSON', '<html>вход в сеть</html>'],
  ['another link', JSON.stringify({ id: '1', join_url: 'https://example.ru/j/12345678901234' })],
  ['no link', JSON.stringify({ id: '1' })],
  [
    'an endless answer',
    `{"id":"1","join_url":"https://telemost.yandex.ru/j/12345678901234","x":"${'x'.repeat(70_000)}"}`,
  ],
])('%s is not understood', async (_name, body) => {
  server.behave({ kind: 'says', status: 201, body })
  expect(await api().create('PUBLIC')).toEqual({ ok: false, problem: 'badAnswer' })
})

test('a wrong token, silence, nobody there, and a redirection that would carry the token away', async () => {
  expect(await api({ token: 'y0_other' }).create('PUBLIC')).toEqual({ ok: false, problem: 'unauthorised' })
  server.behave({ kind: 'silent' })
  expect(await api({ timeoutMs: 50 }).create('PUBLIC')).toEqual({ ok: false, problem: 'timeout' })
  server.behave({ kind: 'says', status: 307, body: '', headers: { location: 'https://example.ru/' } })
  expect(await api().create('PUBLIC')).toEqual({ ok: false, problem: 'unreachable' })
  await server.close()
  expect(await api().create('PUBLIC')).toEqual({ ok: false, problem: 'unreachable' })
})
