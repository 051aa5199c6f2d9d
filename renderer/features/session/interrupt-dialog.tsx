import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { groundsAt } from '../../../shared/reception/grounds.ts'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { AbuseSection } from './abuse-section.tsx'
import { GroundChoice } from './ground-choice.tsx'
import { OtherEndings } from './other-endings.tsx'
import { useSession } from './session-context.tsx'

/** «Прервать…»: only the grounds that hold now; the decision is the specialist's and never the default key. */
export function InterruptDialog() {
  const { dialog, closeDialog, detail, limits } = useSession()
  const nowMs = useNowMs()
  const close = () => closeDialog('interrupt')
  const grounds = nowMs === null ? [] : groundsAt(detail.card.state, nowMs, limits)
  const others = grounds.filter(ground => ground !== 'abuse')
  return (
    <Modal opened={dialog === 'interrupt'} onClose={close} title="Прервать приём" size="lg">
      <Stack>
        {grounds.length === 0 && (
          <Alert color="gray">Сейчас оснований прервать приём нет: они появятся по ходу приёма (п. 3.12).</Alert>
        )}
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
