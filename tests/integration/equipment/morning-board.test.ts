import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type ContractClient, openContractClient } from '../../fixtures/contract-client.ts'
import { newApplication } from '../../fixtures/new-application.ts'
import { setUpWorkplace, signInAs, staff } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { type RunningSupervisor, startSupervisor } from '../../fixtures/supervisor.ts'

/** What a technician reads of the day at the door of a real workstation: when it begins, and nobody's name. */
let directory: string
let supervisor: RunningSupervisor
let client: ContractClient

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'videopriem-board-'))
  supervisor = await startSupervisor({ profileDirectory: directory })
  client = await openContractClient(supervisor.link)
  await setUpWorkplace(client)
})
afterAll(async () => {
  client.close()
  await supervisor.stop()
  await rm(directory, { recursive: true, force: true })
})

test('the technician reads the time of the first reception, and not one word of the citizen', async () => {
  const application = newApplication({ inMinutes: 1 })
  const canary = {
    ...application,
    fields: {
      ...application.fields,
      ...{ familyName: 'Канарейкин', givenName: 'Кенар', patronymic: 'Кенарович', phone: '+7 900 000-00-77' },
      ...{ topic: 'Выплата на канареечный корм', address: 'г. Кемерово, ул. Канареечная, д. 7' },
    },
  }
  const made = await plantReception(client, directory, canary)
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'technician')
  const board = await unwrap(client.calls.equipment.board())
  expect(board).toMatchObject([{ isHere: true, firstReceptionAt: expect.any(String), full: null, troubles: [] }])
  const told = JSON.stringify(board).toLocaleLowerCase('ru')
  const canaries = ['канаре', 'кенар', '000-00-77', 'telemost', made.receptionId, staff.specialist.shortName]
  for (const text of canaries) expect(told).not.toContain(text.toLocaleLowerCase('ru'))
})

test('the specialist has no board', async () => {
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'specialist')
  expect(await client.calls.equipment.board()).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
})
