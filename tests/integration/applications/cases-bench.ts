import { expect } from 'vitest'
import { makeCaseList } from '../../../electron/applications/case-list.ts'
import { makeCaseRows } from '../../../electron/applications/case-rows.ts'
import { readLetter } from '../../../electron/letters/read-letter.ts'
import { makeMailroomCare } from '../../../electron/mailroom/mailroom-care.ts'
import { makeRejectionStore } from '../../../electron/rejections/rejection-store.ts'
import { type CaseGroup, CasePage } from '../../../shared/contract/cases.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import type { AnswersBench } from '../replies/bench.ts'

/** «Заявки» over letters, answers, notices and rejections of one database, put together as the workstation does it. */
export function openCases(bench: AnswersBench) {
  const { database, accounts, clock, eventLog, notices, journalProjection: journal } = bench
  const common = { ...database, place: accounts.place, clock, eventLog, announce: () => undefined }
  const silent = { info: () => undefined, warn: () => undefined, error: console.error }
  const mailroom = makeMailroomCare({
    ...{ ...common, log: silent as never },
    readLetter: (raw, profiles, atMs = clock.nowMs()) => readLetter(raw, profiles, atMs),
  })
  const rejections = makeRejectionStore({ ...common, journal, notices: notices.desk, accountName: () => 'Она' })
  const { cases, ofApplication } = makeCaseList({
    ...{ terms: bench.terms, place: accounts.place, clock, rows: makeCaseRows(common), replies: bench.service },
    ...{ rejections: { waiting: rejections.queue }, notices: notices.store, outbox: notices.outbox },
    ...{ letters: mailroom.letters, linesOf: mailroom.service.linesOf, indexLetters: mailroom.indexLetters },
  })
  const page = async (group: CaseGroup | null = null, text = '', { offset, limit } = { offset: 0, limit: 50 }) =>
    CasePage.parse(await unwrap(cases({ group, text, offset, limit })))
  return {
    ...{ mailroom, rejections, page },
    /** «group step» of one case; null where there is none. */
    async standing(id: string): Promise<string | null> {
      const found = (await page()).rows.filter(line => line.id === id)
      if (found.length > 1) throw new Error('one case stands twice')
      const [line] = found
      if (line?.kind === 'application') expect(await unwrap(ofApplication(id))).toEqual(line)
      return line === undefined ? null : `${line.group} ${line.step}`
    },
  }
}

/** How many queries are run, of whatever connection, until it is ended. */
export function countQueries({ database }: Pick<AnswersBench, 'database'>): { count: number; end(): void } {
  const statement = Object.getPrototypeOf(database.raw.prepare('select 1')) as Asking
  const { all, get } = statement
  const asked = { count: 0, end: () => void Object.assign(statement, { all, get }) }
  statement.all = function (...values) {
    asked.count += 1
    return all.apply(this, values)
  }
  statement.get = function (...values) {
    asked.count += 1
    return get.apply(this, values)
  }
  return asked
}

interface Asking {
  all(...values: unknown[]): unknown
  get(...values: unknown[]): unknown
}
