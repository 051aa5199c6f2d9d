import { Button, Skeleton, Text } from '@mantine/core'
import { applicationStatusWords } from '../../../shared/applications/application-status.ts'
import type { ApplicationLine, ListFilter } from '../../../shared/contract/application-list.ts'
import { formatDateTime, formatLocalDate } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { usePagedList } from '../../app/use-paged-list.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import list from '../../ui/row-list.module.css'
import { ToneText } from '../../ui/tone-text.tsx'
import { useRemPixels } from '../../ui/use-rem-pixels.ts'
import { termTone } from '../terms/term-tone.ts'
import { useTermText } from '../terms/use-term-text.ts'
import classes from './applications.module.css'

interface ApplicationListProps {
  filter: ListFilter
  chosenId: string | null
  onChoose: (applicationId: string) => void
  onShowAll: () => void
}

/** Height of `--application-row` (theme.ts) in rem. */
const rowRem = 4.75

/** By the nearest end of a term, only the visible ones in the document; ↑ ↓ move, Enter opens. */
export function ApplicationList({ filter, chosenId, onChoose, onShowAll }: ApplicationListProps) {
  const { calls, queries } = useWorkstation()
  const { rowList, rows } = usePagedList<ApplicationLine>(
    {
      keyOf: page => queries.applications.list.queryKey({ input: { filter, ...page } }),
      read: page => calls.applications.list({ filter, ...page }),
    },
    { rowPixels: rowRem * useRemPixels() },
    filter,
  )
  const { items, active, setActive } = rowList
  const { total } = rows

  function choose(index: number): void {
    setActive(index)
    const line = rows.rowAt(index)
    if (line) onChoose(line.applicationId)
  }

  if (rows.error) return <QueryFailure title="Список заявок не прочитан" error={rows.error} onRetry={rows.retry} />
  if (total === null) return <Loading label="Читаем заявки…" />
  if (total === 0) return <Empty filter={filter} onShowAll={onShowAll} />
  return (
    <div className={list.list} role="listbox" aria-label="Заявки" {...rowList.props(choose)}>
      <div className={list.sizer} style={{ height: rowList.heightPixels }}>
        {items.map(item => {
          const line = rows.rowAt(item.index)
          const chosen = line !== undefined && line.applicationId === chosenId
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box holds the keys
            // biome-ignore lint/a11y/useFocusableInteractive: options are reached by aria-activedescendant
            <div
              key={item.key}
              id={rowList.idOf(item.index)}
              role="option"
              aria-selected={chosen}
              data-active={item.index === active || chosen || undefined}
              className={`${list.item} ${list.row} ${classes.line}`}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => choose(item.index)}
            >
              {line ? <Words line={line} /> : <Skeleton height="1em" />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Words({ line }: { line: ApplicationLine }) {
  const textOf = useTermText()
  const timeZone = useTimeZone()
  const { pressing } = line
  const cautious =
    pressing !== null && pressing.state.kind === 'running' && pressing.state.due.cautiousOn < pressing.state.due.legalOn
      ? ` (осторожно по ${formatLocalDate(pressing.state.due.cautiousOn)})`
      : ''
  return (
    <>
      <Text c="dimmed">№ {line.journalNumber}</Text>
      <Text className={classes.clipped} fw={600}>
        {line.shortName}
      </Text>
      <Text size="sm" c="dimmed">
        {line.appointedAt === null
          ? `поступила ${formatLocalDate(line.receivedOn)}`
          : `приём ${formatDateTime(line.appointedAt, timeZone)}`}
      </Text>
      <Text className={`${classes.clipped} ${classes.wide}`} size="sm" c="dimmed">
        {line.isRepeated && 'повторная · '}
        {line.isIncomplete && 'неполная · '}
        {line.topic}
      </Text>
      <div className={classes.wide}>
        {pressing === null ? (
          <Text className={classes.clipped} c="dimmed" size="sm">
            {applicationStatusWords[line.status]}
          </Text>
        ) : (
          <ToneText tone={termTone(pressing.state)} size="sm" className={classes.clipped}>
            {/* The line is one: how much is left goes first, the days stand in the card. */}
            <span title={`${textOf(pressing.rule, pressing.state)}${cautious}`}>
              {pressing.rule.title}: {textOf(pressing.rule, pressing.state).replace(/, (?:срок|истёк) .*$/u, '')}
            </span>
          </ToneText>
        )}
      </div>
    </>
  )
}

function Empty({ filter, onShowAll }: { filter: ListFilter; onShowAll: () => void }) {
  if (filter === 'all') {
    return (
      <EmptyNote
        title="Заявок пока нет"
        text="Заявка регистрируется из письма виджета или вручную: «Зарегистрировать заявку…»."
      />
    )
  }
  const title = filter === 'toDecide' ? 'Решать нечего: все заявки рассмотрены' : 'Таких заявок нет'
  return (
    <EmptyNote
      title={title}
      text="Новая заявка появится здесь, как только будет зарегистрирована."
      action={
        <Button variant="default" onClick={onShowAll}>
          Показать все заявки
        </Button>
      }
    />
  )
}
