import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { notArmed, notStarted } from '../../../../electron/recording/live/start-refusals.ts'
import { alarmText } from '../../../../renderer/features/recording/alarm-texts.ts'
import { notArmedText } from '../../../../renderer/features/session/recorder-text.ts'
import { headlineOf, type RecorderView } from '../../../../renderer/recorder/screen/headline.ts'
import { AlarmCode, type RecorderView as Recorder } from '../../../../shared/contract/workplace.ts'
import { type Host, hosts } from '../../../../shared/desktop/host.ts'
import { ArmingRefusal, SourceCondition } from '../../../../shared/recording/recorder-link.ts'

/** What only the other host has: a tab, an address bar, a picker; or a room and a recorder inside of the program. */
const strange: Readonly<Record<Host, RegExp>> = {
  browser: /возьмётся|внутри программы|не выходите из программы/i,
  desktop:
    /вкладк|браузер|chrom|адрес|поделиться|предоставить доступ|(выберите|выбрать) окно|закройте его|не закрывайте/i,
}

const reasons = [
  ...['noPage', 'noSources', 'otherReception', 'pictureLost', 'noCitizenSound', 'noMicrophone', 'noRoom'],
] as NonNullable<Recorder['notArmedBecause']>[]
const trouble = [
  ...['busy', 'noAnswer', 'pageGone', 'diskFull', 'diskForbidden', 'diskReadOnly', 'diskGone', 'fileReplaced'],
  ...['diskFailed', 'closing', 'unknown'],
] as Parameters<typeof notStarted>[0][]

const views: readonly RecorderView[] = [null, ...ArmingRefusal.options].flatMap(refusal =>
  SourceCondition.options.flatMap(picture =>
    SourceCondition.options.flatMap(microphone =>
      [true, false].flatMap(isRecording =>
        [true, false].flatMap(isLinkUp =>
          [true, false].map(isOn => ({
            ...{ refusal, picture, microphone, isRecording, isLinkUp, citizenSound: picture, refusedDetail: null },
            ...{
              isReplaced: false,
              isMicrophoneMuted: !isOn,
              isSoundRunning: isOn,
              isHeldLimitReached: !isOn,
              isFirstPictureAwaited: isOn,
            },
            ...{ recordingSinceMs: isRecording ? 1 : null, heldBytes: 5_000_000 },
          })),
        ),
      ),
    ),
  ),
)

const producers: Readonly<Record<string, (host: Host) => readonly string[]>> = {
  'an alarm': host => AlarmCode.options.flatMap(code => Object.values(alarmText(code, false, host)).map(String)),
  'a recorder that is not ready': host =>
    reasons.map(reason => notArmedText({ armed: false, notArmedBecause: reason } as Recorder, host) ?? ''),
  'a reception that does not begin': host =>
    [...reasons, 'roomNotRecognised' as const].map(one => notArmed(one, host).hint),
  'a recording that does not begin': host => trouble.map(one => notStarted(one, host).hint),
  'the page of the recorder': host =>
    views.flatMap(view => {
      const { title, detail } = headlineOf(view, host)
      return [title, detail]
    }),
}

const cases = Object.keys(producers).flatMap(name => hosts.map(host => [name, host] as const))

test.each(cases)('%s speaks the words of the %s host', (name, host) => {
  const texts = producers[name]?.(host) ?? []
  expect(texts.length).toBeGreaterThan(0)
  expect(texts.filter(text => strange[host].test(text))).toEqual([])
})

test('whoever has tabs is told of them', () => {
  expect(alarmText('pictureEnded', false, 'browser').todo).toContain('выберите вкладку')
  expect(notArmed('noSources', 'browser').hint).toContain('Выберите вкладку')
})

/** Shown by the browser host alone, each for the reason beside it. */
const browserOnly: Readonly<Record<string, string>> = {
  'renderer/features/journal/export-dialog.tsx': 'where nothing prints; the desktop prints by itself',
  'renderer/features/rejections/paper-buttons.tsx': 'the same',
  'electron/journal/journal-export-service.ts': 'the same',
  'electron/rejections/rejection-service.ts': 'the same',
  'renderer/features/settings/event-words.ts': 'the browser gave no window: a room inside needs none',
  'shared/equipment/room-problem.ts': 'the same',
  'electron/workplace/workplace-service.ts': 'a host that opens no window of the recorder',
}

test('no text names a tab or a browser to whoever has none', () => {
  const files = ['renderer', 'shared', 'electron'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(tsx?|html)$/.test(name))
      .map(name => `${folder}/${name}`),
  )
  const host = /^electron\/(browser\/|serve\.ts|host\/command-line\.ts)/
  const named = files
    .filter(path => !host.test(path) && !(path in browserOnly))
    .flatMap(path => {
      const lines = readFileSync(path, 'utf8').split('\n')
      return lines.flatMap((line, at) =>
        /вкладк[аиуе]|браузер/i.test(line) && !/browser:/.test(`${lines[at - 1]}${line}`)
          ? [`${path}: ${line.trim()}`]
          : [],
      )
    })
  // «Открыть встречу в браузере» is the way around a room that does not open inside.
  expect(named.filter(line => !/desktop: .*в браузере|'Ссылка для браузера'/.test(line))).toEqual([])
})
