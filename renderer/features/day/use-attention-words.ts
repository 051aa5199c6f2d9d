import type { AttentionItem } from '../../../shared/contract/day.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useLive } from '../../app/workstation-provider.tsx'
import { attentionWords } from './attention-words.ts'

/** One thing in words, by the workstation's clock to the minute. */
export function useAttentionWords(today: string): (item: AttentionItem) => ReturnType<typeof attentionWords> {
  const timeZone = useTimeZone()
  const minute = useLive(({ nowMs }) => (nowMs === null ? null : Math.floor(nowMs / 60_000)))
  return item => attentionWords(item, { today, timeZone, nowMs: (minute ?? 0) * 60_000 })
}
