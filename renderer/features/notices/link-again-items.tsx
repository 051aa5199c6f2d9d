import { Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { linkAgainText } from '../session/link-again-text.ts'

/** Of «Ещё»: the link once more by a letter of ours, or as text to be given otherwise. */
export function LinkAgainItems({ receptionId }: { receptionId: string }) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const timeZone = useTimeZone()
  // Of one press: the same letter, however often the call is made.
  const requestId = useRef(crypto.randomUUID())
  const told = (color: 'green' | 'amber' | 'red', message: string) => notifications.show({ color, message })
  const send = useMutation({
    mutationFn: () => calls.notices.linkAgain({ requestId: requestId.current, receptionId }),
    onSuccess: () => {
      requestId.current = crypto.randomUUID()
      void queryClient.invalidateQueries({ queryKey: queries.notices.key() })
      void queryClient.invalidateQueries({ queryKey: queries.applications.key() })
      told('green', 'Письмо со ссылкой составлено и ждёт отправки. Что с ним, видно в «Уведомлениях» заявки')
    },
    onError: error => told('red', `Ссылка не отправлена. ${faultHint(error)}`),
  })
  const copy = useMutation({
    mutationFn: async () => {
      const { card } = await calls.receptions.detail({ receptionId })
      const { link, meetingNumber } = card
      if (link === null) throw new Error('no link')
      const { appointedAt } = card.state.facts
      await navigator.clipboard.writeText(linkAgainText({ link, meetingNumber, appointedAt, timeZone }))
    },
    onSuccess: () => told('green', 'Текст со ссылкой скопирован: вставьте его в письмо или сообщение гражданину'),
    onError: () => told('amber', 'Скопировать не получилось: откройте приём, ссылка стоит там'),
  })
  return (
    <>
      <Menu.Item disabled={send.isPending} onClick={() => send.mutate()}>
        Отправить ссылку ещё раз
      </Menu.Item>
      <Menu.Item disabled={copy.isPending} onClick={() => copy.mutate()}>
        Скопировать ссылку
      </Menu.Item>
    </>
  )
}
