import { expect, test } from 'vitest'
import { RecordingStory, type RecordingTale } from '../../../../shared/recording/story.ts'
import { storyConclusion } from '../../../../shared/recording/story-text.ts'

const at = '2026-11-20T02:02:00.000Z'
const story = (changes: Partial<RecordingStory> = {}): RecordingStory =>
  RecordingStory.parse({
    receptionId: crypto.randomUUID(),
    journalNumber: 7,
    shortName: 'Петров П. П.',
    appointedAt: at,
    outcome: 'held',
    expected: 'expected',
    mayImport: true,
    connectedAt: at,
    endedAt: at,
    armed: [],
    alarms: [],
    recordings: [],
    ...changes,
  })
const tale = (changes: Partial<RecordingTale> = {}): RecordingTale => ({
  id: crypto.randomUUID(),
  state: 'sealed',
  verdict: 'sound',
  startedAt: at,
  durationMs: 892_000,
  trouble: null,
  destroyedOn: null,
  held: false,
  parts: [],
  gaps: [],
  seals: [],
  imported: null,
  ...changes,
})
const imported = tale({
  imported: {
    source: 'telemost',
    importedAt: at,
    importedBy: 'Иванова А. П.',
    originalName: 'a.webm',
    sha256: 'ab',
    madeAt: null,
    warnings: [],
  },
})
const empty = tale({ durationMs: 0, verdict: 'damaged' })

test.each<[string, Partial<RecordingStory>, string, RegExp]>([
  ['whole', { recordings: [tale()] }, 'good', /^Запись есть, она полная$/],
  ['with remarks', { recordings: [tale({ verdict: 'doubtful' })] }, 'warn', /с замечаниями/],
  ['damaged', { recordings: [tale({ verdict: 'damaged' })] }, 'bad', /повреждена или неполна/],
  ['under way', { recordings: [tale({ state: 'recording', verdict: null, durationMs: null })] }, 'info', /идёт сейчас/],
  ['being proven', { recordings: [tale({ state: 'sealing' })] }, 'info', /сохраняется и проверяется/],
  ['not proven', { recordings: [tale({ state: 'sealFailed' })] }, 'bad', /проверить её не удалось/],
  ['destroyed', { recordings: [tale({ state: 'destroyed', destroyedOn: '2028-11-21' })] }, 'info', /21\.11\.2028/],
  ['nothing in it', { recordings: [empty] }, 'bad', /ничего не оказалось/],
  ['only Telemost’s', { recordings: [empty, imported] }, 'good', /полученная из Телемоста; своей записи нет/],
  ['both: our own counts', { recordings: [tale(), imported] }, 'good', /^Запись есть, она полная$/],
  ['connected and nothing', {}, 'bad', /хотя гражданин подключился/],
  ['not closed yet', { connectedAt: null, outcome: null, expected: null }, 'info', /ещё нет/],
  ['nobody came', { connectedAt: null, outcome: 'notConnected', expected: 'notExpected' }, 'info', /не должно быть/],
  ['a fault before the talk', { connectedAt: null, outcome: 'fault', expected: 'partial' }, 'info', /не должно быть/],
  ['expected, never begun', { connectedAt: null, outcome: 'microphoneOff' }, 'warn', /не был отмечен подключившимся/],
])('%s', (_name, changes, tone, title) => {
  const conclusion = storyConclusion(story(changes))
  expect(conclusion.tone).toBe(tone)
  expect(conclusion.title).toMatch(title)
})

test.each<[string, Partial<RecordingStory>, RegExp]>([
  ['nothing was stored', {}, /не сохранилось/],
  ['not armed', { armed: [{ at, armed: false, because: 'noMicrophone', shownTo: null }] }, /не было микрофона/],
  ['armed, no alarm', { armed: [{ at, armed: true, because: null, shownTo: null }] }, /было готово; тревог не было/],
  ['alarms', { alarms: [{ code: 'diskFull', raisedAt: at, clearedAt: null, shownTo: null }] }, /были тревоги/],
])('the nearest stored cause: %s', (_name, changes, words) => {
  expect(storyConclusion(story(changes)).text).toMatch(words)
})
