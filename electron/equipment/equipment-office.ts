import type { Session } from '../../shared/contract/accounts.ts'
import type { BoardLine, EquipmentFile, Passport, Trends } from '../../shared/contract/equipment.ts'
import { done, type Reply } from '../../shared/contract/reply.ts'
import { driftsOf, seriesOf } from '../../shared/equipment/baseline.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { Clock } from '../clock.ts'
import type { CheckStore } from './check-store.ts'
import { bundleFiles, bundleZip, type PapersInput, reportSheets } from './equipment-papers.ts'
import type { MorningBoard } from './morning-board.ts'
import type { PassportStore } from './passport-store.ts'

/** What a technician keeps of a workplace: trends, passport, report, support bundle. */
export interface EquipmentOffice {
  trends(): Reply<Trends>
  board(): Reply<BoardLine[]>
  otherWorkplaces(): Reply<Pick<BoardLine, 'workplaceId' | 'name' | 'room'>[]>
  passport(): Reply<Passport | null>
  savePassport(who: Session, passport: Passport): Reply<Passport>
  report(who: Session): Promise<Reply<EquipmentFile>>
  bundlePreview(who: Session): Reply<{ files: { name: string; text: string }[] }>
  bundle(who: Session): Reply<EquipmentFile>
}

export interface EquipmentOfficeDeps {
  readonly store: CheckStore
  readonly passports: PassportStore
  readonly board: MorningBoard
  readonly clock: Clock
}

const trendMs = 30 * 24 * 60 * 60 * 1000

export function makeEquipmentOffice({ store, passports, board, clock }: EquipmentOfficeDeps): EquipmentOffice {
  const checks = () => store.since(new Date(clock.nowMs() - trendMs).toISOString())
  const input = (who: Session): PapersInput => ({
    ...{ workplace: who.workplace.name, timeZone: who.body.timeZone },
    ...{ passport: passports.read(), checks: checks() },
  })
  const fileOf = (who: Session, name: string, bytes: Buffer): Reply<EquipmentFile> =>
    done({ name: `${name}_${localDate(clock.nowMs(), who.body.timeZone)}`, base64: bytes.toString('base64') })
  return {
    trends() {
      const latest = checks()
      const series = seriesOf(latest).map(({ points, ...rest }) => ({ ...rest, points: [...points] }))
      return done({ drifts: [...driftsOf(latest)], series })
    },
    board: () => done([...board.lines()]),
    otherWorkplaces: () => done([...board.otherPlaces()]),
    passport: () => done(passports.read()),
    savePassport(who, passport) {
      passports.write(passport, who.account.id)
      return done(passport)
    },
    report: async who => fileOf(who, 'proverki-oborudovaniya', await reportSheets(input(who))),
    bundlePreview: who => done({ files: [...bundleFiles(input(who))] }),
    bundle: who => fileOf(who, 'svedeniya-dlya-it', bundleZip(bundleFiles(input(who)))),
  }
}
