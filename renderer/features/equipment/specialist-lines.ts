import type { CheckCode, CheckResult } from '../../../shared/equipment/codes.ts'
import { figureText } from '../../../shared/equipment/figure-text.ts'
import { groupOf, isForTechnician, worstState } from '../../../shared/equipment/groups-and-states.ts'
import { causeText, codeWords } from '../../../shared/equipment/result-words.ts'
import type { Tone } from '../../ui/tone.ts'
import { overallWords } from './overall-words.ts'

/** What a specialist can do something about; everything else is the technician's. */
const specialistLines = ['picture', 'microphone', 'sound', 'recording'] as const
export type SpecialistLineName = (typeof specialistLines)[number]

export interface SpecialistLine {
  readonly name: SpecialistLineName
  readonly tone: Tone
  readonly text: string
  /** Faults first, then remarks: each is shown with what to do. */
  readonly wrong: readonly CheckResult[]
}

const titles: Readonly<Record<SpecialistLineName, string>> = {
  picture: 'Камера',
  microphone: 'Микрофон',
  sound: 'Динамики или наушники',
  recording: 'Запись и место на диске',
}

/** Without any one of these nothing is proven, however good the others are. */
const proofs: Readonly<Record<SpecialistLineName, readonly CheckCode[]>> = {
  picture: ['cameraPresent', 'cameraBlack', 'cameraFrozen'],
  microphone: ['microphonePresent', 'microphoneLevel'],
  sound: ['speakerTone'],
  recording: ['rehearsalFile', 'diskRoom'],
}

const provenWords: Readonly<Record<SpecialistLineName, string>> = {
  picture: 'изображение идёт',
  microphone: 'голос слышен',
  sound: 'тон слышен',
  recording: 'пробная запись сделана и читается',
}

/** What would prove it, where the line alone does not tell. */
const unprovenWords: Readonly<Partial<Record<SpecialistLineName, string>>> = {
  sound: 'ответьте, слышен ли тон',
  recording: 'проведите полную проверку с пробной записью',
}

function lineOf(code: CheckCode): SpecialistLineName | null {
  if (code === 'diskRoom') return 'recording'
  switch (groupOf(code)) {
    case 'camera':
      return 'picture'
    case 'microphone':
      return 'microphone'
    case 'speaker':
      return 'sound'
    case 'recorder':
      return 'recording'
    default:
      return null
  }
}

const isWrong = ({ state }: CheckResult): boolean => state === 'fault' || state === 'warning'
const wrongOf = (results: readonly CheckResult[]): CheckResult[] => [
  ...results.filter(({ state }) => state === 'fault'),
  ...results.filter(({ state }) => state === 'warning'),
]

/** Always four: red or amber with what is wrong, green only where all of its proof is good, else «не проверено». */
export function specialistLinesOf(results: readonly CheckResult[]): SpecialistLine[] {
  return specialistLines.map(name => {
    const own = results.filter(({ code }) => lineOf(code) === name)
    const wrong = wrongOf(own)
    const [tone, words] = stateOf(name, own)
    const room = name === 'recording' ? roomWords(own) : ''
    return { name, tone, text: `${titles[name]}: ${words}${room}`, wrong }
  })
}

function stateOf(name: SpecialistLineName, own: readonly CheckResult[]): readonly [Tone, string] {
  const worst = worstState(own.map(({ state }) => state))
  if (worst === 'fault') return ['bad', 'неисправность']
  if (worst === 'warning') return ['warn', 'замечание']
  const isProven = proofs[name].every(code => own.some(result => result.code === code && result.state === 'good'))
  if (isProven) return ['good', provenWords[name]]
  const how = unprovenWords[name]
  return ['quiet', how === undefined ? 'не проверено' : `не проверено, ${how}`]
}

/** How much room there is, where it was measured and is enough. */
function roomWords(own: readonly CheckResult[]): string {
  const room = own.find(({ code }) => code === 'diskRoom')
  if (room?.state !== 'good' || room.figure === null || room.unit === null) return ''
  return `. Место для записей: ${figureText(room.figure, room.unit)}`
}

/** The words over the four lines: «Всё готово» asserts all of them, and is not said while one was not proven. */
export function headlineOf(check: Parameters<typeof overallWords>[0]): ReturnType<typeof overallWords> {
  const words = overallWords(check)
  const isUnproven = specialistLinesOf(check.results).some(({ tone }) => tone === 'quiet')
  return words.tone === 'good' && isUnproven ? { tone: 'info', text: 'Проверенное исправно' } : words
}

export interface TechnicianNeed {
  readonly tone: Tone
  readonly text: string
  /** Those of them that keep the room from being opened: told in full, never folded away. */
  readonly blocking: readonly CheckResult[]
}

/** «Нужен техник: …»: what is wrong beside the four lines; null where nothing is. */
export function technicianNeedOf(
  results: readonly CheckResult[],
  blocked: readonly CheckCode[],
): TechnicianNeed | null {
  const wrong = wrongOf(results.filter(({ code }) => lineOf(code) === null && !isForTechnician(code)))
  if (wrong.length === 0) return null
  const hasFault = wrong.some(({ state }) => state === 'fault')
  const named = wrong.filter(({ state }) => !hasFault || state === 'fault').map(nameOf)
  return {
    tone: hasFault ? 'bad' : 'warn',
    text: `${hasFault ? 'Нужен техник' : 'Замечания для техника'}: ${named.join('; ')}`,
    blocking: wrong.filter(result => isWrong(result) && blocked.includes(result.code)),
  }
}

function nameOf(result: CheckResult): string {
  const cause = causeText(result)
  return `${codeWords[result.code].toLocaleLowerCase('ru')}${cause === '' ? '' : ` (${cause})`}`
}
