import type { Gap, GapCause, Slip, SlipRemark, Verdict } from './slip.ts'

/** The check of a recording in plain Russian: one short text for the head, one sentence for each remark and gap. */

/** «Запись полная: 14:52 из 14:52. Слышны гражданин и специалист. Перерывов нет.» */
export function slipText(slip: Slip): string {
  if (slip.origin !== undefined) return foreignSlipText(slip)
  return [`${verdictWords(slip.verdict)}: ${lengthText(slip)}.`, voicesText(slip), gapsText(slip.gaps)].join(' ')
}

/** What a foreign file cannot tell is said in so many words. */
function foreignSlipText(slip: Slip): string {
  const silent = slip.remarks.some(remark => remark.code === 'soundSilent')
  // Begun late or ended early by hand: what is there is whole.
  const isCutShort = slip.verdict === 'damaged' && slip.decodeErrors === 0
  return [
    `${isCutShort ? 'Запись неполная' : verdictWords(slip.verdict)}: ${lengthText(slip)}.`,
    silent ? 'Звука почти не слышно.' : 'Звук слышен.',
    'Получена из Телемоста: чей голос слышен и были ли перерывы внутри файла, определить нельзя.',
  ].join(' ')
}

/** «полная» reads on after «Запись». */
export function verdictWords(verdict: Verdict): string {
  switch (verdict) {
    case 'sound':
      return 'Запись полная'
    case 'doubtful':
      return 'Запись с замечаниями'
    case 'damaged':
      return 'Запись повреждена'
    default:
      return verdict satisfies never
  }
}

/** The encoder's first picture and the last chunk stand a blink inside or outside of the clock: that is no missing time. */
const blinkMs = 1_500

/** «14:52 из 14:52»; never «14:53 из 14:52», nor «14:51 из 14:52» of a recording that is whole. */
function lengthText({ recordedMs, wallClockMs, gaps }: Slip): string {
  const isWhole = gaps.length === 0 && Math.abs(wallClockMs - recordedMs) < blinkMs
  const totalMs = isWhole ? recordedMs : wallClockMs
  return `${durationText(Math.min(recordedMs, totalMs))} из ${durationText(totalMs)}`
}

function voicesText(slip: Slip): string {
  const has = (code: SlipRemark['code']) => slip.remarks.some(remark => remark.code === code)
  if (slip.recordedMs <= 0) return 'Звука нет.'
  if (has('citizenSilent') && has('specialistSilent')) return 'Голоса не слышны.'
  if (has('citizenSilent')) return 'Слышен только специалист.'
  if (has('specialistSilent')) return 'Слышен только гражданин.'
  return 'Слышны гражданин и специалист.'
}

function gapsText(gaps: readonly Gap[]): string {
  if (gaps.length === 0) return 'Перерывов нет.'
  const total = gaps.reduce((sum, gap) => sum + gap.endMs - gap.startMs, 0)
  const word = plural(gaps.length, { one: 'перерыв', few: 'перерыва', many: 'перерывов' })
  return `${gaps.length} ${word}, всего ${durationText(total)}.`
}

/** «Перерыв 0:12 с 3:10 по 3:22: закрылось окно записи.» Times are those of the recording. */
export const gapText = (gap: Gap): string =>
  `Перерыв ${durationText(gap.endMs - gap.startMs)} с ${durationText(gap.startMs)} по ${durationText(gap.endMs)}: ${gapCauseText(gap.cause)}.`

export function gapCauseText(cause: GapCause): string {
  switch (cause) {
    case 'workstationDied':
      return 'программа была перезапущена'
    case 'recorderLost':
      return 'закрылось окно записи'
    case 'powerLost':
      return 'отключилось питание компьютера'
    case 'sleep':
      return 'компьютер перешёл в спящий режим'
    case 'encoderFailed':
      return 'остановилось кодирование видео'
    case 'diskFull':
      return 'закончилось место на диске'
    case 'stoppedByHand':
      return 'запись была остановлена вручную'
    default:
      return cause satisfies never
  }
}

/** One sentence for one remark, with its measured value. */
export function remarkText(remark: SlipRemark): string {
  const value = remark.value ?? 0
  switch (remark.code) {
    case 'unreadable':
      return 'Часть записи не читается; исходные файлы сохранены.'
    case 'decodeErrors':
      return `При чтении записи найдены ошибки (${countText(value)}); исходные файлы сохранены.`
    case 'packetsDiffer':
      return 'Сохранённый файл отличается от записанного; исходные файлы сохранены.'
    case 'chunkMissing':
      return `Не хватает фрагментов записи (${countText(value)}); исходные файлы сохранены.`
    case 'shorterThanWallClock':
      return `Запись короче приёма на ${durationText(value)}.`
    case 'gap':
      return `В записи есть перерывы, всего ${durationText(value)}.`
    case 'audioHoles':
      return `В звуке есть пропуски, всего ${secondsText(value)}.`
    case 'separationLow':
      return `Голоса гражданина и специалиста слабо разделены (${Math.round(value)} дБ): возможно, микрофон слышит динамики.`
    case 'citizenSilent':
      return `Гражданина почти не слышно: тишина ${percentText(value)} времени.`
    case 'specialistSilent':
      return `Специалиста почти не слышно: тишина ${percentText(value)} времени.`
    case 'blackPicture':
      return `Изображение чёрное ${percentText(value)} времени.`
    case 'frozenPicture':
      return `Изображение не менялось ${percentText(value)} времени.`
    case 'soundSilent':
      return `Звука почти не слышно: тишина ${percentText(value)} времени.`
    case 'drift':
      return `Запись расходится с часами на ${Math.round(Math.abs(value))} мс в минуту.`
    default:
      return remark.code satisfies never
  }
}

/** 892 000 ms → «14:52», with hours from one hour on. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const two = (part: number) => String(part).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

const secondsText = (ms: number): string => `${(ms / 1000).toFixed(1).replace('.', ',')} с`
const percentText = (share: number): string => `${Math.round(share * 100)} %`
const countText = (count: number): string => `${count} шт.`

function plural(count: number, words: { one: string; few: string; many: string }): string {
  const rule = new Intl.PluralRules('ru').select(count)
  return rule === 'one' ? words.one : rule === 'few' ? words.few : words.many
}
