import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { afterAll, expect, it } from 'vitest'
import { unwrapCalls } from '../../../../renderer/app/unwrap-calls.ts'
import type { ContractClient } from '../../../../renderer/app/workstation.ts'
import { contract } from '../../../../shared/contract/contract.ts'
import { FaultError } from '../../../../shared/contract/fault-error.ts'
import { done, refused } from '../../../../shared/contract/reply.ts'

const receptionId = '5f0c3a7e-7d0e-4b7a-9f62-1b7a6a0f1c11'
const os = implement(contract)
const { port1, port2 } = new MessageChannel()
const handler = new RPCHandler({
  receptions: {
    open: os.receptions.open.handler(() => done(receptionId)),
    saveNote: os.receptions.saveNote.handler(() =>
      refused('notFound', 'Такого приёма нет.', { receptionId: 'Проверьте' }),
    ),
  },
  workplace: {
    watch: os.workplace.watch.handler(async function* () {
      yield { kind: 'journalChanged' as const }
    }),
  },
})
handler.upgrade(port1)
port1.start()
port2.start()
const calls = unwrapCalls(createORPCClient<ContractClient>(new RPCLink({ port: port2 })))
afterAll(() => port1.close())

it('answers the value of a reply', async () => {
  expect(await calls.receptions.open()).toBe(receptionId)
})

it('throws the fault of a refusal, fields and all', async () => {
  const saving = calls.receptions.saveNote({ receptionId, note: '', over: '' })
  await expect(saving).rejects.toBeInstanceOf(FaultError)
  await expect(saving).rejects.toMatchObject({ fault: { code: 'notFound', fields: { receptionId: 'Проверьте' } } })
})

it('leaves a stream a stream', async () => {
  const seen: string[] = []
  for await (const announcement of await calls.workplace.watch()) seen.push(announcement.kind)
  expect(seen).toEqual(['journalChanged'])
})
