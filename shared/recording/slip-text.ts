import { byteSizeText } from '../text/byte-size.ts'
import type { Gap, GapCause, Slip, SlipRemark, Verdict } from './slip.ts'

/** The check of a recording in plain Russian: one short text for the head, one sentence for each remark and gap. */

/** «Запись полная: 14:52 из 14:52. Слышны гражданин и специалист. Перерывов нет.» */
export function slipText(slip: Slip): string {
  if (slip.origin !== undefined) return foreignSlipText(slip)
  const head = isIncompleteOnly(slip) ? 'Запись неполная' : verdictWords(slip.verdict)
  return [`${head}: ${lengthText(slip)}.`, ...pictureText(slip), voicesText(slip), gapsText(slip.gaps)]
    .concat(unknownText(slip))
    .join(' ')
}

/** What is there is whole, but something of the talk is not there. */
const missingCodes: ReadonlySet<SlipRemark['code']> = new Set([
  'shorterThanWallClock',
  'audioHoles',
  'pictureMissing',
  'fileCutShort',
])

function isIncompleteOnly({ remarks }: Slip): boolean {
  const damages = remarks.filter(({ severity }) => severity === 'damage')
  return damages.length > 0 && damages.every(({ code }) => missingCodes.has(code))
}

/** Nothing where it was not measured: papers of before. */
function pictureText({ coverage, remarks, recordedMs }: Slip): string[] {
  if (!coverage || recordedMs <= 0) return []
  if (coverage.picture.coveredMs <= 0) return ['Изображения нет.']
  const isPartial = remarks.some(({ code }) => code === 'pictureMissing' || code === 'standInPicture')
  return [isPartial ? 'Изображение есть не всё время.' : 'Изображение есть.']
}

function unknownText({ coverage, recordedMs, room }: Slip): string[] {
  if (!coverage || recordedMs <= 0) return []
  return [
    ...(room === null ? ['Чья комната записана, не проверено.'] : []),
    ...(room === 'recognised' ? ['Гражданина в записываемой комнате узнал специалист.'] : []),
    ...(coverage.freshPicture === null ? ['Менялось ли изображение, не проверено.'] : []),
    ...(coverage.talk === null ? ['Начало и конец приёма не проверены.'] : []),
  ]
}

/** What a foreign file cannot tell is said in so many words. */
function foreignSlipText(slip: Slip): string {
  const silent = slip.remarks.some(remark => remark.code === 'soundSilent')
  // Begun late or ended early by hand: what is there is whole.
  const isCutShort = isIncompleteOnly(slip)
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
    case 'diskForbidden':
      return 'нет прав на запись в папку видеозаписей'
    case 'diskReadOnly':
      return 'диск доступен только для чтения'
    case 'diskGone':
      return 'диск или папка видеозаписей отключены'
    case 'fileReplaced':
      return 'файл записи удалён или заменён другой программой'
    case 'diskFailed':
      return 'ошибка записи на диск'
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
    case 'pictureMissing':
      return `В записи нет изображения, всего ${durationText(value)}.`
    case 'standInPicture':
      return `Вместо изображения комнаты записана заставка «Нет изображения», всего ${durationText(value)}.`
    case 'nobodyHeard':
      return `Никого не слышно ${durationText(value)} подряд.`
    case 'citizenLost':
      return `Гражданина не слышно в начале или в конце записи, ${durationText(value)} подряд.`
    case 'specialistLost':
      return `Специалиста не слышно в начале или в конце записи, ${durationText(value)} подряд.`
    case 'talkStartMissing':
      return `Начало приёма не записано: ${durationText(value)}.`
    case 'talkEndMissing':
      return `Конец приёма не записан: ${durationText(value)}.`
    case 'unlogged':
      return `Подлинность части записи не подтверждена журналом: ${durationText(value)}.`
    case 'tailCut':
      return `После последнего целого кадра отброшен незаконченный остаток (${byteSizeText(value)}): так бывает при отключении питания.`
    case 'clockSet':
      return `Во время записи часы компьютера перевели на ${durationText(value)}: время отметок неточное.`
    case 'partsApart':
      return `Часть записи закодирована иначе и лежит отдельно (${countText(value)}); исходные файлы сохранены.`
    case 'fileCutShort':
      return `Файл обрывается: по его заголовку он длиннее на ${durationText(value)}.`
    case 'roomNotRecognised':
      return 'Комнату для записи выбирали вручную, и никто не подтвердил, что в ней гражданин этого приёма: посмотрите запись.'
    case 'roomLost':
      return `Страница встречи закрывалась или останавливалась; до отметки о входе прошло ${durationText(value)}: гражданина в это время могло не быть в записи.`
    case 'clockChanged':
      return `Во время записи часы компьютера переведены на ${durationText(Math.abs(value))} ${value > 0 ? 'вперёд' : 'назад'}; на запись это не повлияло.`
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
