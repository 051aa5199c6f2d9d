import { describe, expect, test } from 'vitest'
import { elapsedText, headlineOf, type RecorderView } from '../../../../../renderer/recorder/screen/headline.ts'

const ready: RecorderView = {
  isReplaced: false,
  isLinkUp: true,
  refusedDetail: null,
  refusal: null,
  picture: 'live',
  isFirstPictureAwaited: false,
  citizenSound: 'live',
  microphone: 'live',
  isMicrophoneMuted: false,
  isSoundRunning: true,
  isRecording: false,
  recordingSinceMs: null,
  heldBytes: 0,
  isHeldLimitReached: false,
}
const recording: RecorderView = { ...ready, isRecording: true, recordingSinceMs: 1 }
const nothing = { picture: 'absent', citizenSound: 'absent' } as const
const lost = { picture: 'ended', citizenSound: 'ended' } as const

describe('headline', () => {
  test.each<[string, RecorderView, string, string, string | null]>([
    ['all well', ready, 'ready', 'Готово к записи', null],
    ['nothing chosen', { ...ready, ...nothing }, 'attention', 'Выберите окно Телемоста', 'chooseRoom'],
    [
      'picker closed',
      { ...ready, ...nothing, refusal: 'shareRefused' },
      'attention',
      'Выберите окно Телемоста',
      'chooseRoom',
    ],
    [
      'no sound shared',
      { ...ready, ...nothing, refusal: 'noCitizenSound' },
      'attention',
      'Поделитесь вкладкой со звуком',
      'chooseRoom',
    ],
    ['share over', { ...ready, ...lost }, 'attention', 'Нет изображения Телемоста', 'chooseRoom'],
    [
      'taken a moment ago',
      { ...ready, picture: 'muted', isFirstPictureAwaited: true },
      'attention',
      'Ждём картинку комнаты',
      null,
    ],
    [
      'taken, and no picture came',
      { ...ready, picture: 'muted' },
      'attention',
      'Нет изображения Телемоста',
      'chooseRoom',
    ],
    ['only the sound over', { ...ready, citizenSound: 'ended' }, 'attention', 'Нет звука Телемоста', 'chooseRoom'],
    [
      'microphone forbidden',
      { ...ready, microphone: 'absent', refusal: 'microphoneRefused' },
      'attention',
      'Нет доступа к микрофону',
      'takeMicrophone',
    ],
    ['microphone muted by its own key', { ...ready, microphone: 'muted' }, 'attention', 'Микрофон выключен', null],
    ['no workstation', { ...ready, isLinkUp: false }, 'attention', 'Нет связи с программой', null],
    ['recording', recording, 'recording', 'Идёт запись', null],
    ['recording, share over', { ...recording, ...lost }, 'attention', 'Идёт запись', 'chooseRoom'],
    ['recording, no link', { ...recording, isLinkUp: false }, 'attention', 'Идёт запись', null],
    ['replaced beats all', { ...recording, ...lost, isReplaced: true }, 'idle', 'Запись ведёт другое окно', null],
  ])('%s', (_, view, tone, title, repair) => {
    expect(headlineOf(view, 'browser')).toMatchObject({ tone, title, repair })
  })

  test('while the link is down it says how much is kept here', () => {
    const view = { ...recording, isLinkUp: false, heldBytes: 5 * 1024 * 1024 }
    expect(headlineOf(view, 'browser').detail).toContain('(5 МБ)')
    expect(headlineOf({ ...view, isHeldLimitReached: true }, 'browser').detail).toContain('слишком долго')
  })

  test('a lost picture does not hide that sound goes on', () => {
    expect(headlineOf({ ...recording, picture: 'ended' }, 'browser').detail).toContain('звук записывается')
    expect(headlineOf({ ...recording, citizenSound: 'ended' }, 'browser').detail).toContain('Изображение записывается')
  })
})

test.each([
  [0, '00:00'],
  [139_999, '02:19'],
  [3_600_000, '1:00:00'],
  [-5, '00:00'],
])('%d ms is «%s»', (elapsedMs, text) => {
  expect(elapsedText(elapsedMs)).toBe(text)
})
