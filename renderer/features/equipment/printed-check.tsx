import { Portal } from '@mantine/core'
import type { EquipmentCheck, Passport } from '../../../shared/contract/equipment.ts'
import { figureText } from '../../../shared/equipment/figure-text.ts'
import { causeText, codeWords, toDoText } from '../../../shared/equipment/result-words.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useDesk, useTimeZone } from '../../app/desk.tsx'
import { usePrintedOnce } from '../../ui/use-printed-once.ts'
import { kindWords, stateWords } from './overall-words.ts'
import classes from './printed-check.module.css'

interface PrintedCheckProps {
  check: EquipmentCheck
  passport: Passport | null
  onPrinted: () => void
}

/** The latest check on paper, beside the page: workplace, devices, every line; no reception, no citizen. */
export function PrintedCheck({ check, passport, onPrinted }: PrintedCheckProps) {
  const { session } = useDesk()
  const timeZone = useTimeZone()
  usePrintedOnce(onPrinted)
  const { camera, microphone, speaker } = check.devices
  return (
    <Portal className={classes.report} reuseTargetNode={false}>
      <h1>Проверка оборудования: {session.workplace.name}</h1>
      <p>
        {formatDateTime(check.finishedAt, timeZone)}, {kindWords[check.kind]}. Кто проверял: {check.by} Инвентарный
        номер: {passport?.inventoryNumber || '—'}, кабинет: {passport?.room || '—'}, чьё: {passport?.owner || '—'}.
      </p>
      <p>
        Камера: {camera?.label ?? '—'}; микрофон: {microphone?.label ?? '—'}; звук: {speaker?.label ?? '—'}. Видеоприём{' '}
        {check.versions.program}, ffmpeg {check.versions.ffmpeg}, {check.versions.system}.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Что</th>
            <th scope="col">Состояние</th>
            <th scope="col">Измерено</th>
            <th scope="col">Предел</th>
            <th scope="col">Что делать</th>
          </tr>
        </thead>
        <tbody>
          {check.results.map(result => {
            const { code, state, figure, unit, limit } = result
            const figures = figure === null || unit === null ? '' : figureText(figure, unit)
            return (
              <tr key={code}>
                <td>{codeWords[code]}</td>
                <td>{stateWords[state]}</td>
                <td>{[figures, causeText(result)].filter(text => text !== '').join(', ')}</td>
                <td>{limit === null || unit === null ? '' : figureText(limit, unit)}</td>
                <td>{toDoText(result)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Portal>
  )
}
