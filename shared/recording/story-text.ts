import { formatLocalDate } from '../text/date-time.ts'
import type { NotArmedReason, RecordingStory, RecordingTale } from './story.ts'

/** The answer of «Почему нет записи?», before its details. */
export interface StoryConclusion {
  readonly tone: 'good' | 'info' | 'warn' | 'bad'
  readonly title: string
  /** Why, and what to do; empty where the title says all. */
  readonly text: string
}

/** Draws the conclusion from what is stored: the best recording there is, or the nearest known cause that there is none. */
export function storyConclusion(story: RecordingStory): StoryConclusion {
  const best = bestTale(story.recordings)
  return best === null ? conclusionWithout(story) : conclusionOf(best, story)
}

const isWatchable = (tale: RecordingTale): boolean => tale.state === 'sealed' && (tale.durationMs ?? 0) > 0

/** The one that says most: under way, then whole, then other, then what is left. */
function bestTale(tales: readonly RecordingTale[]): RecordingTale | null {
  const order = { sound: 0, doubtful: 1, damaged: 2 }
  const watchable = tales
    .filter(isWatchable)
    .sort((one, other) => order[one.verdict ?? 'damaged'] - order[other.verdict ?? 'damaged'])
  return (
    tales.find(({ state }) => state === 'recording' || state === 'sealing') ??
    watchable.find(({ imported }) => imported === null) ??
    watchable[0] ??
    tales.find(({ state }) => state === 'destroyed') ??
    tales.findLast(({ state }) => state === 'sealFailed') ??
    tales.at(-1) ??
    null
  )
}

function conclusionOf(tale: RecordingTale, story: RecordingStory): StoryConclusion {
  switch (tale.state) {
    case 'recording':
      return { tone: 'info', title: 'Запись идёт сейчас', text: '' }
    case 'sealing':
      return {
        tone: 'info',
        title: 'Запись сохраняется и проверяется',
        text: 'Она появится здесь сама через несколько минут.',
      }
    case 'sealFailed':
      return {
        tone: 'bad',
        title: 'Запись сделана, но сохранить и проверить её не удалось',
        text: 'Исходные части целы на диске и не удаляются. Программа попробует ещё раз при следующем запуске; сообщите техническому специалисту.',
      }
    case 'destroyed': {
      const day = tale.destroyedOn === null ? '' : ` ${formatLocalDate(tale.destroyedOn)}`
      return { tone: 'info', title: `Запись была и уничтожена${day} по окончании срока хранения (п. 3.6)`, text: '' }
    }
    case 'sealed':
      return isWatchable(tale)
        ? watchableConclusion(tale)
        : { tone: 'bad', title: 'Запись была начата, но в файле ничего не оказалось', text: causeText(story) }
  }
}

function watchableConclusion({ verdict, imported }: RecordingTale): StoryConclusion {
  const foreign = imported !== null
  const title = foreign ? 'Есть запись, полученная из Телемоста; своей записи нет' : 'Запись есть'
  switch (verdict) {
    case 'sound':
      return foreign ? { tone: 'good', title, text: '' } : { tone: 'good', title: 'Запись есть, она полная', text: '' }
    case 'doubtful':
      return {
        tone: 'warn',
        title: `${title}, с замечаниями проверки`,
        text: 'Замечания перечислены на экране записи.',
      }
    case 'damaged':
    case null:
      return {
        tone: 'bad',
        title: `${title}, но она повреждена или неполна`,
        text: foreign ? 'Файл хранится таким, каким получен.' : 'Исходные части сохранены на диске и не удаляются.',
      }
  }
}

function conclusionWithout(story: RecordingStory): StoryConclusion {
  const { connectedAt, outcome, expected } = story
  if (connectedAt !== null) {
    return {
      tone: 'bad',
      title: 'Записи нет, хотя гражданин подключился',
      text: `${causeText(story)} Если разговор записывался в самом Телемосте, добавьте его файл; иначе согласуется иной срок (п. 3.5).`,
    }
  }
  if (outcome === null) {
    return {
      tone: 'info',
      title: 'Записи ещё нет',
      text: 'Она начинается с отметкой «Гражданин подключился»; ожидание не записывается.',
    }
  }
  if (expected === 'expected') {
    return {
      tone: 'warn',
      title: 'Записи нет: гражданин не был отмечен подключившимся',
      text: 'Запись начинается только с этой отметки, а для такого результата она предусмотрена.',
    }
  }
  return {
    tone: 'info',
    title: 'Записи нет, и её не должно быть',
    text: 'Гражданин не подключился, разговора не было; ожидание не записывается.',
  }
}

/** The nearest cause that was stored. */
function causeText({ armed, alarms }: RecordingStory): string {
  const last = armed.at(-1)
  if (alarms.length > 0) return 'Во время приёма были тревоги записи: они перечислены ниже.'
  if (!last) return 'Сведений окна записи за время приёма не сохранилось.'
  return last.armed || last.because === null
    ? 'Окно записи было готово; тревог не было.'
    : `Окно записи не было готово: ${notArmedWords(last.because)}.`
}

/** «Окно записи не было готово: …» */
export function notArmedWords(because: NotArmedReason): string {
  switch (because) {
    case 'noPage':
      return 'окно записи не открыто'
    case 'noSources':
      return 'не выбрана комната Телемоста'
    case 'otherReception':
      return 'была выбрана комната другого приёма'
    case 'pictureLost':
      return 'изображение Телемоста пропало'
    case 'noCitizenSound':
      return 'комната Телемоста выбрана без звука'
    case 'noMicrophone':
      return 'не было микрофона специалиста'
    case 'noRoom':
      return 'на диске не было места'
    default:
      return because satisfies never
  }
}
