import { useMemo, useRef, useState } from 'react'
import type { ReceptionDetail } from '../../../shared/contract/receptions.ts'
import { isOver } from '../../../shared/reception/state.ts'
import { receptionLimits } from '../../../shared/regulation/limits.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ClosedReception } from './closed-reception.tsx'
import { RoomInside } from './room-inside.tsx'
import classes from './session.module.css'
import { SessionBar } from './session-bar.tsx'
import { type SessionDialog, SessionProvider } from './session-context.tsx'
import { SessionDialogs } from './session-dialogs.tsx'
import { SessionStage } from './session-stage.tsx'
import { useAct } from './use-act.ts'
import { useNote } from './use-note.ts'
import { WithoutPersonalInformationStrip } from './without-personal-information-strip.tsx'

/** Everything one reception needs, given to its parts. */
export function SessionDesk({ detail }: { detail: ReceptionDetail }) {
  const regulation = useRegulation()
  const timeZone = useTimeZone()
  const { desktop } = useWorkstation()
  const limits = useMemo(() => receptionLimits(regulation, timeZone), [regulation, timeZone])
  const acting = useAct(detail)
  const note = useNote(detail.card.id, detail.note)
  const [dialog, showDialog] = useState<SessionDialog | null>(null)
  const resultText = useRef<((words: string) => void) | null>(null)
  const closeDialog = (closed: SessionDialog) => showDialog(open => (open === closed ? null : open))

  const finished = isOver(detail.card.state.step)
  return (
    <SessionProvider value={{ detail, limits, ...acting, ...note, dialog, showDialog, closeDialog, resultText }}>
      <div className={classes.screen}>
        <SessionBar finished={finished} />
        {!finished && <WithoutPersonalInformationStrip />}
        {finished ? <ClosedReception /> : <SessionStage />}
        <SessionDialogs />
        {desktop && <RoomInside desktop={desktop} />}
      </div>
    </SessionProvider>
  )
}
