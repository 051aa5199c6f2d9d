import { Button, Skeleton, Text } from '@mantine/core'
import type { CaseGroup, CaseLine } from '../../../shared/contract/cases.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
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
import { missingText, nameText, stepWords, whenText } from './case-words.ts'
import type { ChosenCase } from './use-chosen-case.ts'

interface CaseListProps {
  /** null: all of them. */
  group: CaseGroup | null
  text: string
  chosen: ChosenCase
  onChoose: (chosen: ChosenCase) => void
  /** Takes the search away. */
  onShowAll: () => void
}

/** Height of `--application-row` (theme.ts) in rem. */
const rowRem = 4.75

/** By the nearest end of a term, only the visible ones in the document; ↑ ↓ move, Enter opens. */
export function CaseList({ group, text, chosen, onChoose, onShowAll }: CaseListProps) {
  const { calls, queries } = useWorkstation()
  const { rowList, rows } = usePagedList<CaseLine>(
    {
      keyOf: page => queries.applications.cases.queryKey({ input: { group, text, ...page } }),
      read: page => calls.applications.cases({ group, text, ...page }),
    },
    { rowPixels: rowRem * useRemPixels() },
    `${group} ${text}`,
  )
  const { items, active, setActive } = rowList
  const { total } = rows

  function choose(index: number): void {
    setActive(index)
    const line = rows.rowAt(index)
    if (line) onChoose({ kind: line.kind, id: line.id })
  }

  if (rows.error) return <QueryFailure title="Список заявок не прочитан" error={rows.error} onRetry={rows.retry} />
  if (total === null) return <Loading label="Читаем заявки…" />
  if (total === 0) return <Empty group={group} text={text} onShowAll={onShowAll} />
  return (
    <div className={list.list} role="listbox" aria-label="Заявки" {...rowList.props(choose)}>
      <div className={list.sizer} style={{ height: rowList.heightPixels }}>
        {items.map(item => {
          const line = rows.rowAt(item.index)
          const isChosen =
            line !== undefined &&
            chosen !== null &&
            'id' in chosen &&
            line.kind === chosen.kind &&
            line.id === chosen.id
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box holds the keys
            // biome-ignore lint/a11y/useFocusableInteractive: options are reached by aria-activedescendant
            <div
              key={item.key}
              id={rowList.idOf(item.index)}
              role="option"
              aria-selected={isChosen}
              data-active={isChosen || undefined}
              data-walked={item.index === active || undefined}
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

/** Who and when; what to do; till when, and what is missing. */
function Words({ line }: { line: CaseLine }) {
  const timeZone = useTimeZone()
  const { tone, text } = stepWords[line.step]
  const missing = line.group === 'done' ? null : missingText(line)
  const next = missing === null ? text : `${text} · ${missing}`
  const topic = [line.isRepeated ? 'повторная' : '', line.topic].filter(Boolean).join(' · ')
  return (
    <>
      <Text className={classes.clipped} fw={600} title={nameText(line)}>
        {nameText(line)}
      </Text>
      <Text size="sm" c="dimmed" className={classes.when}>
        {whenText(line, timeZone)}
        {line.journalNumber !== null && ` · № ${line.journalNumber}`}
      </Text>
      <div className={classes.wide}>
        {tone === null ? (
          <Text size="sm" className={classes.clipped} title={next}>
            {next}
          </Text>
        ) : (
          <ToneText tone={tone} size="sm" className={classes.clipped}>
            <span title={next}>{next}</span>
          </ToneText>
        )}
      </div>
      <div className={`${classes.wide} ${classes.till}`}>
        <Till line={line} />
        <Text size="sm" c="dimmed" className={classes.clipped} title={topic}>
          {topic}
        </Text>
      </div>
    </>
  )
}

function Till({ line: { pressing, kind, missing } }: { line: CaseLine }) {
  const textOf = useTermText()
  if (pressing === null) return null
  const { rule, state } = pressing
  const cautious =
    state.kind === 'running' && state.due.cautiousOn < state.due.legalOn
      ? ` (осторожно по ${formatLocalDate(state.due.cautiousOn)})`
      : ''
  // Of a letter nobody understood yet it is not known to be an application.
  const ifApplication = kind === 'letter' && missing === null ? 'если это заявка, ' : ''
  const words = (
    // The line is one: how much is left goes first, the days stand in the card.
    <span title={`${ifApplication}${textOf(rule, state)}${cautious}`}>
      {ifApplication}
      {rule.title}: {textOf(rule, state).replace(/, (?:срок|истёк) .*$/u, '')}
    </span>
  )
  const tone = termTone(state)
  return tone === 'good' || tone === 'info' || tone === 'quiet' ? (
    <Text size="sm" className={classes.clipped}>
      {words}
    </Text>
  ) : (
    <ToneText tone={tone} size="sm" className={classes.clipped}>
      {words}
    </ToneText>
  )
}

function Empty({ group, text, onShowAll }: { group: CaseGroup | null; text: string; onShowAll: () => void }) {
  if (text !== '') {
    return (
      <EmptyNote
        title="Ничего не найдено"
        text="Ищем по фамилии, тематике, номеру в журнале и отправителю письма."
        action={
          <Button variant="default" onClick={onShowAll}>
            Убрать поиск
          </Button>
        }
      />
    )
  }
  if (group === 'toDo') {
    return (
      <EmptyNote
        title="Всё сделано"
        text="Новое письмо, ответ или решение встанут здесь сами. Кто пришёл или позвонил, того вносит «Новая заявка…»."
      />
    )
  }
  return group === 'awaiting' ? (
    <EmptyNote title="Никого не ждём" text="Здесь стоят те, кому сообщено о приёме." />
  ) : (
    <EmptyNote title="Завершённых заявок пока нет" text="Сюда попадают проведённые, отклонённые и отменённые." />
  )
}
