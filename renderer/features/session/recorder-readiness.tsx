import { Button, Group, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconVideo } from '@tabler/icons-react'
import type { RecorderView } from '../../../shared/contract/workplace.ts'
import { type Host, type HostText, textOn } from '../../../shared/desktop/host.ts'
import { useHost } from '../../app/desk.tsx'
import { useOpenRecorder } from '../../app/use-open-recorder.ts'
import { useRecorder } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { SecondEngineDialog } from '../recording/second-engine-dialog.tsx'

type NotArmed = NonNullable<RecorderView['notArmedBecause']>

const texts: Readonly<Record<NotArmed, HostText>> = {
  noPage: 'Окно записи не открыто: без записи приём не начинается (п. 3.6).',
  noSources: {
    browser: 'В окне записи не выбрана вкладка с Телемостом.',
    desktop: 'Запись ещё не взяла комнату Телемоста.',
  },
  otherReception: {
    browser: 'В окне записи выбрана комната другого приёма: выберите вкладку этого приёма.',
    desktop: 'В записи комната другого приёма: откройте комнату этого приёма.',
  },
  pictureLost: {
    browser: 'Изображение Телемоста пропало: выберите вкладку в окне записи заново.',
    desktop: 'Изображение Телемоста пропало: откройте окно записи, комната возьмётся ещё раз.',
  },
  noCitizenSound: {
    browser: 'Вкладка Телемоста выбрана без звука: выберите её заново с отметкой «Также поделиться звуком».',
    desktop: 'Комната Телемоста взята без звука: откройте окно записи, она возьмётся ещё раз.',
  },
  noMicrophone: 'Запись не получает ваш микрофон: разрешите его в окне записи.',
  noRoom: 'На диске нет места для записи приёма: освободите место.',
}

/** Why «Гражданин подключился» is not possible yet; null when the recorder is armed. */
export function notArmedText(recorder: RecorderView | null, host: Host): string | null {
  if (recorder?.armed) return null
  return textOn(host, texts[recorder?.notArmedBecause ?? 'noPage'])
}

/** The recorder in one line, the way to its window, and the way around it. */
export function RecorderReadiness({ reasonId }: { reasonId?: string }) {
  const recorder = useRecorder()
  const open = useOpenRecorder()
  const reason = notArmedText(recorder, useHost())
  const [isChoosing, choosing] = useDisclosure()
  const isUnrecognised = recorder?.unrecognisedChoiceId != null
  return (
    <Stack gap="xs" align="flex-start">
      <div id={reasonId}>
        {reason === null && isUnrecognised ? (
          <ToneText tone="quiet">Источники выбраны. Чья это комната, не проверено</ToneText>
        ) : reason === null ? (
          <ToneText tone="good">Запись готова: источники выбраны, звук слышен</ToneText>
        ) : (
          <ToneText tone="warn">{reason}</ToneText>
        )}
      </div>
      <Group gap="xs">
        {reason !== null && (
          <Button
            variant="light"
            leftSection={<IconVideo aria-hidden size="1.1em" />}
            loading={open.isPending}
            onClick={() => open.mutate()}
          >
            Открыть окно записи
          </Button>
        )}
        <Button variant="subtle" onClick={choosing.open}>
          Второй способ записи…
        </Button>
      </Group>
      {open.error && <ToneText tone="bad">{faultHint(open.error)}</ToneText>}
      {isChoosing && <SecondEngineDialog onClose={choosing.close} />}
    </Stack>
  )
}
