import { describe, expect, test } from 'vitest'
import { OutcomeCode } from '../../../../shared/reception/event.ts'
import {
  allowedOutcomes,
  considerationText,
  draftResult,
  hasBlank,
  headReviewOutcomes,
  proposedOutcome,
  recordingExpectation,
} from '../../../../shared/reception/outcomes.ts'
import { act, at, historyOf, type Line, ms, regulation, timeZone } from './history-of.ts'

const opened: Line = ['08:55', act.roomOpened]
const connected: Line = ['09:02', act.connected]
const start: readonly Line[] = [opened, connected, ['09:03', act.notice]]
const talk: readonly Line[] = [...start, ['09:04', act.shown], ['09:05', act.established]]
const head = '20.11.2026, 09:02–09:16. Гражданин уведомлен о видеозаписи в 09:03. '
const agreed = act.called('agreed', at('10:00', '2026-11-24'))

const draft = (outcome: OutcomeCode, ...lines: readonly Line[]): string =>
  draftResult({ state: historyOf(...lines).state, regulation, outcome, timeZone, nowMs: ms('09:16') })

test('a call of another day says nothing of this wait, and a room never opened here is not named', () => {
  const { state } = historyOf(opened, ['09:12', act.interrupted('notConnected')])
  const elsewhere = {
    ...state,
    facts: {
      ...state.facts,
      roomOpenedAt: null,
      calls: [{ at: at('09:05', '2026-11-19'), result: 'notReached' as const, agreedTime: null }],
    },
  }
  expect(draftResult({ state: elsewhere, regulation, outcome: 'notConnected', timeZone, nowMs: ms('09:16') })).toBe(
    '20.11.2026. Личный прием прерван в 09:12: гражданин не подключился в течение 10 минут от назначенного времени (09:00).',
  )
})

describe('column 7', () => {
  const cases: readonly (readonly [OutcomeCode, readonly Line[], string])[] = [
    [
      'held',
      [...talk, ['09:16', act.ended]],
      `${head}Личный прием проведен. Личность установлена (демонстрация экрана). Даны разъяснения: {…}.`,
    ],
    [
      'held',
      [...talk, ['09:12', act.extended(5)], ['09:13', act.extended(2)], ['09:16', act.ended]],
      `${head}Личный прием проведен. Личность установлена (демонстрация экрана). Даны разъяснения: {…}. Время увеличено на 7 мин по решению специалиста (п. 3.10).`,
    ],
    [
      'held',
      [
        ...start,
        ['09:04', { kind: 'documentShown', method: 'camera' }],
        ['09:05', { ...act.established, method: 'camera' }],
        ['09:16', act.ended],
      ],
      `${head}Личный прием проведен. Личность установлена (показ документа в камеру). Даны разъяснения: {…}.`,
    ],
    [
      'held',
      [
        ...start,
        ['09:04', act.shown],
        ['09:04', act.removed],
        ['09:05', { kind: 'documentShown', method: 'camera' }],
        ['09:05', { ...act.established, method: 'both' }],
        ['09:16', act.ended],
      ],
      `${head}Личный прием проведен. Личность установлена (демонстрация экрана и показ документа в камеру). Даны разъяснения: {…}.`,
    ],
    [
      'heldGeneral',
      [...start, ['09:05', act.impossible], ['09:16', act.ended]],
      `${head}Идентификация невозможна: низкое качество видео. Персонифицированная информация не предоставлялась. Даны разъяснения общего характера: {…}.`,
    ],
    [
      'heldGeneral',
      [...start, ['09:05', act.refusedToShow], ['09:06', act.goOn], ['09:16', act.ended]],
      `${head}Гражданин отказался предъявить документ. Персонифицированная информация не предоставлялась. Даны разъяснения общего характера: {…}.`,
    ],
    [
      'notConnected',
      [opened, ['09:12', act.interrupted('notConnected')]],
      '20.11.2026. Комната видеоконференцсвязи открыта в 08:55. Личный прием прерван в 09:12: гражданин не подключился в течение 10 минут от назначенного времени (09:00).',
    ],
    [
      'microphoneOff',
      [opened, ['09:01', act.lamp('connected')], ['09:12', act.interrupted('microphoneOff')]],
      '20.11.2026. Комната видеоконференцсвязи открыта в 08:55. Личный прием прерван в 09:12: гражданин не включил микрофон в течение 10 минут от назначенного времени (09:00).',
    ],
    [
      'noDemonstration',
      [...start, ['09:16', act.interrupted('noDemonstration')]],
      `20.11.2026, 09:02–09:16. Комната видеоконференцсвязи открыта в 08:55. Гражданин уведомлен о видеозаписи в 09:03. Личный прием прерван в 09:16: гражданин не подключил демонстрацию экрана в течение 10 минут от назначенного времени (09:00).`,
    ],
    [
      'notConnected',
      [
        opened,
        ['09:03', act.called('notReached')],
        ['09:05', act.called('willConnect')],
        ['09:09', act.called('notReached')],
        ['09:10', act.called('willConnect')],
        ['09:16', act.interrupted('notConnected')],
        ['09:17', act.called('notReached')],
      ],
      '20.11.2026. Комната видеоконференцсвязи открыта в 08:55. Не дозвонились: 09:03, 09:09. По телефону в 09:05 гражданин сообщил, что подключится. По телефону в 09:10 гражданин сообщил, что подключится. Личный прием прерван в 09:16: гражданин не подключился в течение 10 минут от назначенного времени (09:00).',
    ],
    [
      'notConnected',
      [
        ['09:05', act.roomOpened],
        ['09:12', act.interrupted('notConnected', 'Следующий приём начинается в 09:15.')],
      ],
      '20.11.2026. Комната видеоконференцсвязи открыта в 09:05. Личный прием прерван в 09:12: гражданин не подключился в течение 10 минут от назначенного времени (09:00). Решение прервать прием принято по причине: следующий приём начинается в 09:15.',
    ],
    [
      'noDemonstration',
      [
        opened,
        ['09:01', act.called('willConnect')],
        ['09:02', act.connected],
        ['09:03', act.notice],
        ['09:16', act.interrupted('noDemonstration')],
      ],
      '20.11.2026, 09:02–09:16. Комната видеоконференцсвязи открыта в 08:55. Гражданин уведомлен о видеозаписи в 09:03. По телефону в 09:01 гражданин сообщил, что подключится. Личный прием прерван в 09:16: гражданин не подключил демонстрацию экрана в течение 10 минут от назначенного времени (09:00).',
    ],
    [
      'notIdentified',
      [...start, ['09:16', act.notPassed]],
      `${head}Личный прием прерван в 09:16: гражданин не прошел идентификацию (другое лицо).`,
    ],
    [
      'documentRefused',
      [...start, ['09:05', act.refusedToShow], ['09:16', act.interrupted('documentRefused')]],
      `${head}Личный прием прерван в 09:16 по решению специалиста: гражданин отказался предъявить документ, удостоверяющий личность.`,
    ],
    [
      'abuse',
      [...talk, ['09:09:41', act.warning], ['09:16', act.interrupted('abuse', 'оскорбительные выражения.')]],
      `${head}Личный прием прерван в 09:16: оскорбительные выражения. Отметка в записи 07:41. Руководитель уведомлен в {…}.`,
    ],
    [
      'abuse',
      [...talk, ['09:09:41', act.warning], ['09:16', act.interrupted('abuse')], ['09:20', act.headInformed]],
      `${head}Личный прием прерван в 09:16: {…}. Отметка в записи 07:41. Руководитель уведомлен в 09:20.`,
    ],
    [
      'held',
      [
        ...start,
        ['09:03', act.present('дочь')],
        ['09:04', act.present('сосед', false)],
        ['09:04', act.left('дочь')],
        ['09:05', act.present('дочь')],
        ['09:04', act.shown],
        ['09:05', act.established],
        ['09:16', act.ended],
      ],
      `${head}На приеме также присутствовали: дочь (с согласия гражданина), сосед (согласие гражданина не получено). Личный прием проведен. Личность установлена (демонстрация экрана). Даны разъяснения: {…}.`,
    ],
    [
      'held',
      [
        ...start,
        ['09:04', act.contact('chat')],
        ['09:04', act.shown],
        ['09:05', act.established],
        ['09:16', act.ended],
      ],
      `${head}Общение велось в чате. Личный прием проведен. Личность установлена (демонстрация экрана). Даны разъяснения: {…}.`,
    ],
    [
      'fault',
      [
        ['08:50', act.fault],
        ['08:52', act.called('notReached')],
        ['09:04', act.called('notReached')],
        ['09:20', act.called('notReached')],
        ['09:21', act.ended],
      ],
      '20.11.2026. Личный прием в установленный срок (09:00) не проведен: не работает микрофон. Не дозвонились: 08:52, 09:04, 09:20.',
    ],
    [
      'fault',
      [opened, ['09:03', act.called('willConnect')], ['09:04', act.fault], ['09:05', agreed], ['09:16', act.ended]],
      '20.11.2026. Личный прием в установленный срок (09:00) не проведен: не работает микрофон. Гражданину сообщено по телефону в 09:05; согласован иной срок 24.11.2026 10:00.',
    ],
    [
      'connectionLost',
      [...talk, ['09:09', act.lost], ['09:10', act.called('willConnect')], ['09:16', act.ended]],
      `${head}Связь с гражданином прервалась в 09:09. По телефону в 09:10 гражданин сообщил, что подключится. Разъяснения {…}.`,
    ],
    [
      'emergency',
      [...talk, ['09:14', act.serviceCalled('103')], ['09:15', act.headInformed], ['09:16', act.emergency]],
      `${head}Личный прием прекращен в 09:16 в связи с чрезвычайной ситуацией: {…}. Вызваны экстренные службы: 103 в 09:14. Руководитель уведомлен в 09:15.`,
    ],
    [
      'fault',
      [
        ['08:50', act.fault],
        ['08:52', act.called('notReached')],
        ['08:54', agreed],
        ['08:55', act.ended],
      ],
      '20.11.2026. Личный прием в установленный срок (09:00) не проведен: не работает микрофон. Не дозвонились: 08:52. Гражданину сообщено по телефону в 08:54; согласован иной срок 24.11.2026 10:00.',
    ],
    [
      'fault',
      [...talk, ['09:07', act.fault], ['09:08', act.called('declined')], ['09:16', act.ended]],
      `${head}Личный прием в установленный срок (09:00) прерван в 09:07: не работает микрофон. Гражданину сообщено по телефону в 09:08; от иного срока отказался.`,
    ],
    [
      'connectionLost',
      [
        ...talk,
        ['09:09', act.lost],
        ['09:10', act.called('notReached')],
        ['09:12', act.called('notReached')],
        ['09:16', act.ended],
      ],
      `${head}Связь с гражданином прервалась в 09:09. Не дозвонились: 09:10, 09:12. Разъяснения {…}.`,
    ],
    [
      'recordingRefused',
      [...start, ['09:16', act.recordingRefused]],
      `${head}Гражданин отказался от видеозаписи в 09:16; запись остановлена, прием прекращен.`,
    ],
    [
      'recordingRefused',
      [...start, ['09:16', act.recordingRefused], ['09:17', act.rightsExplained]],
      `${head}Гражданин отказался от видеозаписи в 09:16; запись остановлена, прием прекращен; в 09:17 разъяснено право обратиться очно или письменно.`,
    ],
    [
      'recordingRefused',
      [...start, ['09:16', act.recordingRefused], ['09:17', act.rightsExplained], ['09:17:05', act.undone(4)]],
      `${head}Гражданин отказался от видеозаписи в 09:16; запись остановлена, прием прекращен.`,
    ],
    [
      'endedByCitizen',
      [...talk, ['09:16', act.leftByCitizen]],
      `${head}Личный прием завершен по инициативе гражданина в 09:16. {…}`,
    ],
    [
      'emergency',
      [...talk, ['09:16', act.emergency]],
      `${head}Личный прием прекращен в 09:16 в связи с чрезвычайной ситуацией: {…}.`,
    ],
    ['other', [opened, ['09:05', act.ended]], '20.11.2026. {…}'],
    [
      'cancelledRefused',
      [['08:00', act.cancelled('refused')]],
      'Личный прием 20.11.2026 в 09:00 отменен: гражданин отказался от участия (п. 2.6).',
    ],
    [
      'cancelledNotConfirmed',
      [['08:00', act.cancelled('notConfirmed')]],
      'Личный прием 20.11.2026 в 09:00 отменен: подтверждение участия не поступило (п. 2.6).',
    ],
  ]

  test.each(cases)('%s %#', (outcome, lines, text) => {
    expect(draft(outcome, ...lines)).toBe(text)
    expect(hasBlank(text)).toBe(text.includes('{…}'))
  })

  test('every outcome is drafted here', () => {
    expect([...new Set(cases.map(([outcome]) => outcome))].sort()).toEqual([...OutcomeCode.options].sort())
  })

  test('a talk that has not ended is drafted up to now; what is not known stays blank', () => {
    expect(draft('notIdentified', ...start)).toBe(
      `${head}Личный прием прерван в 09:16: гражданин не прошел идентификацию ({…}).`,
    )
    expect(draft('fault', ...talk)).toBe(`${head}Личный прием в установленный срок (09:00) прерван в 09:16: {…}. {…}`)
  })

  test('times are those of the body', () => {
    const { state } = historyOf(opened, ['09:12', act.interrupted('notConnected')])
    const moscow = draftResult({ state, regulation, outcome: 'notConnected', timeZone: 'Europe/Moscow', nowMs: 0 })
    expect(moscow).toContain('Комната видеоконференцсвязи открыта в 04:55. Личный прием прерван в 05:12')
  })

  test('an outcome the regulation does not have is an error', () => {
    const poorer = { ...regulation, outcomes: [] }
    expect(() =>
      draftResult({ state: historyOf().state, regulation: poorer, outcome: 'held', timeZone, nowMs: 0 }),
    ).toThrow(/no outcome held/)
  })
})

describe('what a reception may end with', () => {
  test.each([
    [
      'a talk with an identified citizen',
      [...talk, ['09:14', act.ended]],
      ['held', 'endedByCitizen', 'emergency', 'other'],
    ],
    [
      'a talk without',
      [...start, ['09:05', act.impossible], ['09:14', act.ended]],
      ['heldGeneral', 'endedByCitizen', 'emergency', 'other'],
    ],
    ['an end while waiting', [opened, ['09:05', act.ended]], ['endedByCitizen', 'emergency', 'other']],
    ['an interruption', [opened, ['09:11', act.interrupted('notConnected')]], ['notConnected', 'other']],
    ['a refused recording', [...talk, ['09:11', act.recordingRefused]], ['recordingRefused', 'other']],
    [
      'a lost connection',
      [...talk, ['09:07', act.lost], ['09:11', act.ended]],
      ['connectionLost', 'held', 'endedByCitizen', 'emergency', 'other'],
    ],
    [
      'a fault that was cleared',
      [...talk, ['09:07', act.fault], ['09:08', act.cleared], ['09:14', act.ended]],
      ['held', 'fault', 'endedByCitizen', 'emergency', 'other'],
    ],
    [
      'a refusal to show',
      [...start, ['09:05', act.refusedToShow], ['09:14', act.ended]],
      ['heldGeneral', 'documentRefused', 'endedByCitizen', 'emergency', 'other'],
    ],
    ['a talk that still goes on', talk, []],
  ] as const)('%s', (_name, lines, outcomes) => {
    const { state } = historyOf(...(lines as readonly Line[]))
    expect(allowedOutcomes(state)).toEqual(outcomes)
    const proposed = proposedOutcome(state)
    if (proposed !== null) expect(outcomes[0]).toBe(proposed)
  })

  test('a recording is expected only after the legal start', () => {
    const rule = regulation.outcomes.find(({ code }) => code === 'microphoneOff')
    if (!rule) throw new Error('no rule')
    expect(recordingExpectation(historyOf(...start).state, rule)).toBe('expected')
    expect(recordingExpectation(historyOf(opened).state, rule)).toBe('notExpected')
  })
})

describe('column 5', () => {
  const appointedAt = at('09:00')
  test('an appointed reception', () => {
    expect(considerationText({ appointedAt, timeZone })).toBe('Назначен личный прием 20.11.2026 в 09:00')
  })
  test('a moved one, with its clause', () => {
    const movedTo = [
      { appointedAt: at('10:00', '2026-11-24'), clause: 'п. 3.5' },
      { appointedAt: at('09:30', '2026-11-26'), clause: null },
    ]
    expect(considerationText({ appointedAt, timeZone, movedTo })).toBe(
      'Назначен личный прием 20.11.2026 в 09:00; перенесен на 24.11.2026 в 10:00 (п. 3.5); перенесен на 26.11.2026 в 09:30',
    )
  })
  test('one that is being moved', () => {
    expect(considerationText({ appointedAt, timeZone, step: { name: 'moving', reason: 'fault' } })).toMatch(
      /; согласуется иной срок$/,
    )
    expect(considerationText({ appointedAt, timeZone, step: { name: 'moved', toReceptionId: 'x' } })).toMatch(
      /; перенесен на иной срок$/,
    )
  })
})

test('the head looks at what the order leaves open; a refusal of the recording only where it says nothing of it', () => {
  const open = ['recordingRefused', 'endedByCitizen', 'emergency', 'other']
  expect(headReviewOutcomes(regulation)).toEqual(open)
  const settled = regulation.outcomes.map(rule => ({ ...rule, clause: 'п. 3.6' }))
  expect(headReviewOutcomes({ outcomes: settled })).toEqual(open.slice(1))
})
