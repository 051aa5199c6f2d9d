import { gapCauseText } from '../../../shared/recording/slip-text.ts'
import type { RecordingStory, RecordingTale } from '../../../shared/recording/story.ts'
import { notArmedWords } from '../../../shared/recording/story-text.ts'
import { formatDuration } from '../../../shared/text/duration.ts'
import type { Tone } from '../../ui/tone.ts'
import { alarmTexts, isWarningOnly } from './alarm-texts.ts'

/** One moment of the story. */
export interface StoryLine {
  readonly at: string
  readonly tone: Tone
  readonly text: string
  /** Who sat at the screen that said so; null where nobody was told. */
  readonly shownTo: string | null
}

/** The whole story in order of time. */
export function storyLines(story: RecordingStory): StoryLine[] {
  const { connectedAt, endedAt, armed, alarms, recordings } = story
  const plain = (at: string, text: string, tone: Tone = 'quiet'): StoryLine => ({ at, tone, text, shownTo: null })
  return [
    ...(connectedAt === null ? [] : [plain(connectedAt, 'Отмечено: гражданин подключился')]),
    ...(endedAt === null ? [] : [plain(endedAt, 'Разговор завершён')]),
    ...armed.map(
      ({ at, armed: ready, because, shownTo }): StoryLine => ({
        at,
        tone: ready ? 'good' : 'warn',
        text: ready
          ? 'Окно записи готово'
          : `Окно записи не готово${because === null ? '' : `: ${notArmedWords(because)}`}`,
        shownTo,
      }),
    ),
    ...alarms.flatMap(({ code, raisedAt, clearedAt, shownTo }): StoryLine[] => {
      const { happened } = alarmTexts[code]
      return [
        { at: raisedAt, tone: isWarningOnly(code) ? 'warn' : 'bad', text: `Тревога: ${happened}`, shownTo },
        ...(clearedAt === null ? [] : [plain(clearedAt, `Тревога снята: ${happened}`)]),
      ]
    }),
    ...recordings.flatMap(taleLines),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
}

function taleLines({ startedAt, parts, gaps, seals, imported, trouble }: RecordingTale): StoryLine[] {
  const line = (at: string, tone: Tone, text: string): StoryLine => ({ at, tone, text, shownTo: null })
  return [
    ...(imported === null
      ? [line(startedAt, 'good', 'Запись начата')]
      : [line(imported.importedAt, 'good', `Добавлен файл из Телемоста: ${imported.importedBy}`)]),
    ...(parts.length < 2
      ? []
      : parts.map(part =>
          line(part.startedAt, 'info', `Часть ${part.partNumber}: ${formatDuration(part.durationMs)}`),
        )),
    ...gaps.map(({ from, to, cause }) =>
      line(from, 'bad', `Перерыв ${formatDuration(Date.parse(to) - Date.parse(from))}: ${gapCauseText(cause)}`),
    ),
    ...seals.map(({ at, result }) =>
      result === 'sealed'
        ? line(at, 'good', 'Запись сохранена и проверена')
        : line(at, 'bad', `Сохранить и проверить не удалось${trouble === null ? '' : `. ${trouble}`}`),
    ),
  ]
}
