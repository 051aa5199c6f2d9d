import type { LetterReading } from '../../shared/letters/letter-reading.ts'
import type { NoticeService } from './notice-service.ts'

/** Told of every letter that comes in: what is a report of a delivery becomes a fact of its notice. */
export function reportsTo({ takeReport }: Pick<NoticeService, 'takeReport'>) {
  return (letterId: string, { report }: Pick<LetterReading, 'report'>): void => {
    if (report !== null) takeReport(report, letterId)
  }
}
