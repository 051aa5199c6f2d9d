import type { ContractClient } from '../fixtures/contract-client.ts'

/** The journal of one day of receipt as the program takes it out, XLSX. */
export async function journalSheet({ calls }: Pick<ContractClient, 'calls'>, day: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  const period = { from: day, to: day, format: 'xlsx', purpose: 'report', purposeText: '' } as const
  for await (const news of await calls.journal.export(period)) {
    if (news.kind === 'bytes') pieces.push(Buffer.from(news.base64, 'base64'))
    if (news.kind === 'refused') throw new Error(news.fault.hint)
  }
  return Buffer.concat(pieces)
}
