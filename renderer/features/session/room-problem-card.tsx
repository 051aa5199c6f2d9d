import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useState } from 'react'
import { type HostText, textOn } from '../../../shared/desktop/host.ts'
import { type RoomProblem, roomProblemTitles, roomProblemWords } from '../../../shared/equipment/room-problem.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { useHost } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { CopyTextButton } from '../../ui/copy-text-button.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { OtherWorkplaceButton } from '../equipment/other-workplace-button.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { useRoom } from './use-room.ts'

const whatToDo: Readonly<Record<RoomProblem, HostText>> = {
  windowBlocked: 'Разрешите этой странице всплывающие окна (значок в адресной строке) и повторите.',
  unreachable: {
    browser: 'Проверьте сеть и повторите. Можно открыть встречу в другом браузере или на другом рабочем месте.',
    desktop: 'Проверьте сеть и повторите. Можно открыть встречу в браузере или на другом рабочем месте.',
  },
  crashed: 'Войдите во встречу снова.',
  pageClosed: 'Откройте комнату ещё раз и войдите.',
  atEntrance: 'Войдите и отметьте это здесь.',
}

interface RoomProblemCardProps {
  problem: RoomProblem
  /** For the button that waits for the room. */
  reasonId?: string
  /** The room did open: what was kept back may go on. */
  onOpened?: () => void
}

/** Nobody is in the room: again, elsewhere, or п. 3.5. Until then the reception cannot begin. */
export function RoomProblemCard({ problem, reasonId, onOpened }: RoomProblemCardProps) {
  const { detail, acting, showDialog } = useSession()
  const { calls, desktop } = useWorkstation()
  const { id, link, phone } = detail.card
  const openRoom = useRoom()
  const host = useHost()
  const isAtEntrance = problem === 'crashed' || problem === 'atEntrance'
  const wasInside = isAtEntrance || problem === 'pageClosed'
  const [trying, setTrying] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const attempt = async (work: () => Promise<boolean>) => {
    setTrying(true)
    setError(null)
    try {
      if (await work()) onOpened?.()
    } catch (failure) {
      setError(failure)
    } finally {
      setTrying(false)
    }
  }
  const again = openRoom && (
    <Button variant={wasInside ? 'filled' : 'default'} loading={trying} onClick={() => void attempt(openRoom)}>
      Открыть ещё раз
    </Button>
  )
  return (
    <Alert color="red" role="alert" icon={<IconPlugConnectedX aria-hidden />} title={roomProblemTitles[problem]}>
      <Stack gap="xs" align="flex-start">
        <Text id={reasonId}>{roomProblemWords[problem]}</Text>
        <Text>
          {textOn(host, whatToDo[problem])} Не получается — позвоните гражданину и согласуйте иной срок (п. 3.5):
        </Text>
        <span className={classes.phone}>{phoneText(phone)}</span>
        <Group gap="xs">
          {isAtEntrance && <Button onClick={() => desktop?.room.focus()}>Войти снова</Button>}
          {problem === 'pageClosed' && again}
          <Button variant={wasInside ? 'default' : 'filled'} onClick={() => showDialog('fault')}>
            Неисправность… (п. 3.5)
          </Button>
          {!wasInside && again}
          {link !== null && (
            <CopyTextButton
              text={link}
              label={host === 'desktop' ? 'Ссылка для браузера' : 'Ссылка для другого браузера'}
              copiedLabel="Ссылка скопирована"
            />
          )}
          {detail.card.state.facts.connectedAt === null && <OtherWorkplaceButton reception={detail.card} />}
          <FactButton
            variant="default"
            disabled={acting || trying}
            onClick={() =>
              void attempt(async () => {
                await calls.equipment.reportRoom({ receptionId: id, problem: null })
                return true
              })
            }
          >
            {wasInside ? 'Вход во встречу выполнен' : 'Комната всё же открылась'}
          </FactButton>
        </Group>
        {error !== null && <ToneText tone="bad">{faultHint(error)}</ToneText>}
      </Stack>
    </Alert>
  )
}
