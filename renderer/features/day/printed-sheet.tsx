import { Portal } from '@mantine/core'
import type { DaySheet } from '../../../shared/contract/day.ts'
import { formatDateTime, formatLocalDate, formatTime } from '../../../shared/text/date-time.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { useDesk, useTimeZone } from '../../app/desk.tsx'
import { dayTitle } from '../../ui/day-title.ts'
import { usePrintedOnce } from '../../ui/use-printed-once.ts'
import classes from './day-sheet.module.css'

/** «Лист приёмов», so that the phones survive a power cut: beside the page, seen by the printer only; names leave the page again when the printer has them. */
export function PrintedSheet({ sheet, onPrinted }: { sheet: DaySheet; onPrinted: () => void }) {
  const timeZone = useTimeZone()
  const { workplace } = useDesk().session
  usePrintedOnce(onPrinted)
  return (
    <Portal className={classes.sheet} reuseTargetNode={false}>
      <h1>Лист приёмов на день</h1>
      <p>{dayTitle(sheet.date, { year: true })}</p>
      {sheet.rows.length === 0 ? (
        <p>Приёмов нет.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Время</th>
              <th scope="col">Фамилия И. О.</th>
              <th scope="col">Телефон</th>
              <th scope="col">Отметка</th>
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map(row => (
              <tr key={`${row.appointedAt} ${row.shortName} ${row.phone}`}>
                <td>{formatTime(row.appointedAt, timeZone)}</td>
                <td>{row.shortName}</td>
                <td>{phoneText(row.phone)}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={classes.destroy}>
        Уничтожить в конце дня {formatLocalDate(sheet.date)}. Уничтожено: ____________________ (подпись)
      </p>
      <section className={classes.strip} aria-label="Корешок">
        <p>Отрежьте и храните отдельно: по корешку проверяют, что журнал событий не переписан.</p>
        <p>
          {workplace.name}. Журнал событий: строка № <b>{sheet.logHead.line}</b>,{' '}
          {formatDateTime(sheet.logHead.at, timeZone)}
        </p>
        <p className={classes.code}>{sheet.logHead.code}</p>
      </section>
    </Portal>
  )
}
