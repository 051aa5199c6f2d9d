import { expect, test } from 'vitest'
import { checkAsText } from '../../../../../renderer/features/equipment/check-as-text.ts'
import { readinessWords } from '../../../../../renderer/features/equipment/readiness-words.ts'
import type { EquipmentCheck } from '../../../../../shared/contract/equipment.ts'
import type { CheckResult } from '../../../../../shared/equipment/codes.ts'
import { judged, judgeFigure } from '../../../../../shared/equipment/thresholds.ts'
import { thresholds } from '../../../shared/equipment/bench.ts'

const zone = 'Asia/Novokuznetsk'
const check = (results: CheckResult[], blocked: EquipmentCheck['blocked'] = []): EquipmentCheck => ({
  ...{ id: 'c', kind: 'quick', receptionId: 'r', by: 'Иванова А. П.', state: 'good', decisions: [], results, blocked },
  ...{ startedAt: '2026-11-20T01:56:00Z', finishedAt: '2026-11-20T01:56:08Z' },
  devices: { camera: null, microphone: { label: 'Jabra', groupId: 'g' }, speaker: null },
  versions: { program: '0.1.0', browser: 'Chromium', ffmpeg: '7.1', system: 'Linux 6' },
})
const good = judged('microphonePresent', 'good')
const silent = judgeFigure(thresholds, 'microphoneLevel', -120, { cause: 'digitalSilence' })

test.each([
  [null, true, 'Оборудование сегодня не проверено', 'Проверить'],
  [check([good]), false, 'Проверено 08:56, исправно', null],
  [check([good]), true, 'Проверено 08:56, без пробной записи', 'Полная проверка'],
  [check([silent], ['microphoneLevel']), false, 'Проверено 08:56: неисправность', 'Что делать'],
  [check([judged('clock', 'warning')]), false, 'Проверено 08:56: можно работать, 1 замечание', 'Подробнее'],
])('%#', (made, fullDue, text, link) => {
  expect(readinessWords({ check: made, fullDue }, zone)).toMatchObject({ text, link })
})

test('what a technician is told: troubles, devices, versions; neither reception nor citizen', () => {
  const text = checkAsText(check([good, silent]), 'Рабочее место 3', zone)
  expect(text).toContain('Рабочее место 3, проверка 20.11.2026 08:56')
  expect(text).toContain('— Громкость голоса: неисправность (−120 дБ, полная тишина')
  expect(text).toContain('микрофон: Jabra')
  expect(text).not.toContain('— Микрофон:')
  expect(checkAsText(check([good]), 'М', zone)).toContain('Неисправностей нет')
})
