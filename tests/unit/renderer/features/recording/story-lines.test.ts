import { expect, test } from 'vitest'
import { storyLines } from '../../../../../renderer/features/recording/story-lines.ts'
import { RecordingStory } from '../../../../../shared/recording/story.ts'

const at = (time: string): string => `2026-11-20T${time}.000Z`

test('what the window said, the recording, its parts and breaks, the seal, in order of time', () => {
  const story = RecordingStory.parse({
    receptionId: crypto.randomUUID(),
    journalNumber: 7,
    shortName: 'Петров П. П.',
    appointedAt: at('02:00:00'),
    outcome: 'held',
    expected: 'expected',
    mayImport: true,
    connectedAt: at('02:02:00'),
    endedAt: at('02:16:00'),
    armed: [
      { at: at('01:58:00'), armed: false, because: 'noSources', shownTo: 'Иванова А. П.' },
      { at: at('01:59:00'), armed: true, because: null, shownTo: null },
    ],
    alarms: [{ code: 'recorderLost', raisedAt: at('02:05:00'), clearedAt: at('02:06:00'), shownTo: 'Иванова А. П.' }],
    recordings: [
      {
        id: crypto.randomUUID(),
        state: 'sealed',
        verdict: 'doubtful',
        startedAt: at('02:02:01'),
        durationMs: 840_000,
        trouble: null,
        destroyedOn: null,
        held: false,
        parts: [
          { partNumber: 1, startedAt: at('02:02:01'), durationMs: 180_000 },
          { partNumber: 2, startedAt: at('02:06:00'), durationMs: 600_000 },
        ],
        gaps: [{ from: at('02:04:59'), to: at('02:06:00'), cause: 'recorderLost' }],
        seals: [{ at: at('02:17:00'), result: 'sealed' }],
        imported: null,
      },
    ],
  })
  const lines = storyLines(story)
  expect(lines.map(({ text }) => text.split(':')[0])).toEqual([
    'Окно записи не готово',
    'Окно записи готово',
    'Отмечено',
    'Запись начата',
    'Часть 1',
    'Перерыв 01',
    'Тревога',
    'Тревога снята',
    'Часть 2',
    'Разговор завершён',
    'Запись сохранена и проверена',
  ])
  expect(lines[0]).toMatchObject({ tone: 'warn', shownTo: 'Иванова А. П.' })
})
