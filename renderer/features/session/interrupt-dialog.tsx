import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { InterruptionGround } from '../../../shared/reception/event.ts'
import { optionsOf, type SessionPermission } from '../../../shared/reception/session-acts.ts'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { AbuseSection } from './abuse-section.tsx'
import { AskedLamps } from './asked-lamps.tsx'
import { GroundChoice } from './ground-choice.tsx'
import { OtherEndings } from './other-endings.tsx'
import { useSession } from './session-context.tsx'

/** Permitted by the workstation at this moment. */
function groundsOf(acts: readonly SessionPermission[], nowMs: number): InterruptionGround[] {
  const permitted = optionsOf(acts, 'interrupted', nowMs)
  return InterruptionGround.options.filter(ground => permitted.includes(ground))
}

/** «Прервать…»: only the grounds that hold now; the decision is the specialist's and never the default key. */
export function InterruptDialog() {
  const { dialog, closeDialog, detail } = useSession()
  const nowMs = useNowMs()
  const close = () => closeDialog('interrupt')
  const grounds = nowMs === null ? [] : groundsOf(detail.acts, nowMs)
  const others = grounds.filter(ground => ground !== 'abuse')
  return (
    <Modal opened={dialog === 'interrupt'} onClose={close} title="Прервать приём" size="lg">
      <Stack>
        {grounds.length === 0 && (
          <Alert color="gray">Сейчас оснований прервать приём нет: они появятся по ходу приёма (п. 3.12).</Alert>
        )}
        <AskedLamps />
        {others.length > 0 && <GroundChoice grounds={others} onInterrupted={close} />}
        {grounds.includes('abuse') && <AbuseSection onLeft={close} />}
        <OtherEndings />
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            Не прерывать
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
