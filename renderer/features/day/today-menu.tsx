import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DaySheet } from '../../../shared/contract/day.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'

const PrintedSheet = lazyPart(() => import('./printed-sheet.tsx').then(part => part.PrintedSheet))

const TakeoverDialog = lazyPart(() => import('../takeover/takeover-dialog.tsx').then(part => part.TakeoverDialog))

interface TodayMenuProps {
  /** Local date that is shown. */
  date: string
  /** There is something to print. */
  hasReceptions: boolean
  /** Names of other citizens are not for the one who is on the screen now. */
  mayTakeOver: boolean
  /** Opens one's own absence; null: one's own is one's own. */
  onAbsence: (() => void) | null
}

/** «Ещё» of «Сегодня»: what is not done every day. */
export function TodayMenu({ date, hasReceptions, mayTakeOver, onAbsence }: TodayMenuProps) {
  const { calls } = useWorkstation()
  const [isTakingOver, setTakingOver] = useState(false)
  const [sheet, setSheet] = useState<DaySheet | null>(null)
  const print = useMutation({
    mutationFn: () => calls.day.sheet({ date }),
    onSuccess: setSheet,
    onError: error => notifications.show({ color: 'red', title: 'Лист не напечатан', message: faultHint(error) }),
  })
  if (!hasReceptions && !mayTakeOver && onAbsence === null) return null
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            loading={print.isPending}
            rightSection={<IconChevronDown aria-hidden size="1.1em" />}
          >
            Ещё
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {hasReceptions && <Menu.Item onClick={() => print.mutate()}>Лист приёмов</Menu.Item>}
          {mayTakeOver && <Menu.Item onClick={() => setTakingOver(true)}>Передать приёмы…</Menu.Item>}
          {onAbsence !== null && <Menu.Item onClick={onAbsence}>Моё отсутствие…</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {isTakingOver && <TakeoverDialog onClose={() => setTakingOver(false)} />}
      {sheet !== null && <PrintedSheet sheet={sheet} onPrinted={() => setSheet(null)} />}
    </>
  )
}
