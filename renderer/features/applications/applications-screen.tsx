import { Button, CloseButton, Group, SegmentedControl, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft, IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { CaseGroup } from '../../../shared/contract/cases.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import screen from '../../ui/screen.module.css'
import classes from './applications.module.css'
import { CaseList } from './case-list.tsx'
import { groupWords } from './case-words.ts'
import { type CaseSlots, LetterCase } from './letter-case.tsx'
import { MatterPanel } from './matter-panel.tsx'
import { RegistrationCase } from './registration-case.tsx'
import { type ChosenCase, useChosenCase } from './use-chosen-case.ts'

interface ApplicationsScreenProps {
  slots: CaseSlots
  /** On top: that no letter goes out, and what can be taken back for some seconds. */
  band: ReactNode
  /** Letters that came otherwise are added around the list. */
  intake: (list: ReactNode) => ReactNode
}

/** A search is asked for once the typing rests. */
const restMs = 250

/** «Заявки»: one list of cases, and beside it the case that is looked at. */
export function ApplicationsScreen({ slots, band, intake }: ApplicationsScreenProps) {
  const { queries } = useWorkstation()
  const [group, setGroup] = useState<CaseGroup>('toDo')
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), restMs)
  const { chosen, choose } = useChosenCase()
  // A form wants the whole width: the letter beside its fields, the fields beside the times.
  const [isWide, setWide] = useState(false)
  const [rejecting, setRejecting] = useState<string | null>(null)
  const desk = useFocusOfCases(chosen)
  const counted = useQuery(
    queries.applications.cases.queryOptions({ input: { group: 'toDo', text: '', offset: 0, limit: 1 } }),
  )
  const counts = counted.data?.counts
  const isForm = chosen?.kind === 'new' || isWide
  const chosenKey = keyOf(chosen)
  // Another card begins with being looked at, however it was come to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each other case once.
  useEffect(() => setWide(false), [chosenKey])
  const open = (other: ChosenCase) => {
    setRejecting(null)
    choose(other)
  }
  const registered = (applicationId: string, then: 'show' | 'reject') => {
    open({ kind: 'application', id: applicationId })
    if (then === 'reject') setRejecting(applicationId)
  }
  return (
    <div className={`${screen.screen} ${classes.screen}`}>
      <div>
        <Group gap="sm" wrap="nowrap">
          <Title order={1} size="h3">
            Заявки
          </Title>
          <SegmentedControl
            aria-label="Какие заявки показать"
            data={CaseGroup.options.map(value => ({
              value,
              label: `${groupWords[value]}${counts === undefined ? '' : ` ${counts[value]}`}`,
            }))}
            value={group}
            onChange={value => {
              setGroup(value as CaseGroup)
              setTyped('')
              if (chosen !== null) open(null)
            }}
          />
          <TextInput
            className={classes.search}
            aria-label="Найти заявку"
            placeholder="Фамилия, тема, номер"
            type="search"
            spellCheck={false}
            autoComplete="off"
            maxLength={100}
            leftSection={<IconSearch aria-hidden size="1.1em" />}
            rightSection={
              typed === '' ? null : <CloseButton size="sm" aria-label="Убрать поиск" onClick={() => setTyped('')} />
            }
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
          />
          <Button
            variant="default"
            flex="none"
            leftSection={<IconPlus aria-hidden size="1.1em" />}
            onClick={() => open({ kind: 'new' })}
          >
            Новая заявка…
          </Button>
        </Group>
        {band}
      </div>
      <div
        ref={desk}
        className={classes.desk}
        data-chosen={chosen !== null || undefined}
        data-form={isForm || undefined}
      >
        <div className={classes.cases} data-cases>
          {intake(
            <CaseList
              group={text === '' ? group : null}
              text={text}
              chosen={chosen}
              onChoose={open}
              onShowAll={() => setTyped('')}
            />,
          )}
        </div>
        <div className={classes.case}>
          {chosen !== null && (
            <div className={classes.back} data-back>
              <Button
                variant="subtle"
                size="compact-md"
                leftSection={<IconArrowLeft aria-hidden size="1.1em" />}
                onClick={() => open(null)}
              >
                К списку
              </Button>
            </div>
          )}
          {chosen === null && <EmptyNote title="Заявка не выбрана" text="Выберите её в списке: ↑ ↓ и Enter." />}
          {chosen?.kind === 'new' && (
            <RegistrationCase from={null} beside={null} onCancel={() => open(null)} onRegistered={registered} />
          )}
          {chosen?.kind === 'letter' && (
            <LetterCase
              key={chosen.id}
              letterId={chosen.id}
              slots={slots}
              onForm={setWide}
              onGone={() => open(null)}
              onRegistered={registered}
            />
          )}
          {chosen?.kind === 'reply' && slots.reply(chosen.id, () => open(null))}
          {chosen?.kind === 'application' && (
            <MatterPanel
              key={chosen.id}
              applicationId={chosen.id}
              startsRejecting={rejecting === chosen.id}
              slots={slots}
              onForm={setWide}
              onLeave={() => open(null)}
              onChoose={applicationId => open({ kind: 'application', id: applicationId })}
            />
          )}
        </div>
      </div>
    </div>
  )
}

/** The focus never falls off the page: back in the list it is on the list, in a card that took its place on the way back. */
function useFocusOfCases(chosen: ChosenCase): RefObject<HTMLDivElement | null> {
  const desk = useRef<HTMLDivElement>(null)
  const key = keyOf(chosen)
  const before = useRef(key)
  useEffect(() => {
    if (before.current === key) return
    before.current = key
    const list = desk.current?.querySelector<HTMLElement>('[role="listbox"]') ?? null
    if (key === null) list?.focus()
    else if (list?.checkVisibility() !== true) desk.current?.querySelector<HTMLElement>('[data-back] button')?.focus()
  }, [key])
  return desk
}

const keyOf = (chosen: ChosenCase): string | null =>
  chosen === null ? null : 'id' in chosen ? `${chosen.kind} ${chosen.id}` : chosen.kind
