import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoticeRow } from '../../../shared/contract/notices.ts'
import { midSentence } from '../../../shared/text/mid-sentence.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { useWhen } from '../../app/use-when.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { WhenFields } from '../../ui/when-fields.tsx'
import { kindWords, standingWords } from './standing-words.ts'
import { useNoticeChange } from './use-notice-change.ts'

interface TellDialogProps {
  notice: NoticeRow
  way: 'toldByPhone' | 'sentByHand'
  onClose: () => void
}

const words = {
  toldByPhone: { title: 'Сообщено по телефону', button: 'Позвонил, сообщил', note: 'С кем говорили и что сказано' },
  sentByHand: { title: 'Отправлено иначе', button: 'Отправлено', note: 'Куда и чем отправлено' },
} as const

/** What the e-mail did not do was done otherwise: by phone, on paper, from another mailbox. */
export function TellDialog({ notice, way, onClose }: TellDialogProps) {
  const { queries } = useWorkstation()
  const when = useWhen()
  const [how, setHow] = useState<'printed' | 'otherMail'>('printed')
  const [note, setNote] = useState('')
  const { applicationId } = notice
  const application = useQuery(queries.notices.ofApplication.queryOptions({ input: { applicationId } }))
  const tell = useNoticeChange(calls => {
    const told = { noticeId: notice.id, occurredLocal: when.local ?? '', note: note.trim() }
    return way === 'toldByPhone' ? calls.toldByPhone(told) : calls.sentByHand({ ...told, how })
  }, onClose)
  const { title, button, note: noteLabel } = words[way]
  const wrong = faultFields(tell.error).occurredLocal
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <Stack gap="sm">
        <Text>
          {notice.shortName}, № {notice.journalNumber}: {midSentence(kindWords[notice.kind])},{' '}
          {standingWords(notice).text}.
        </Text>
        {way === 'toldByPhone' ? (
          <Text size="xl" fw={600}>
            {application.data === undefined ? '…' : phoneOrNone(application.data.phone)}
          </Text>
        ) : (
          <Radio.Group label="Как отправлено" value={how} onChange={value => setHow(value as typeof how)}>
            <Group mt="xs">
              <Radio value="printed" label="На бумаге" />
              <Radio value="otherMail" label="С другого почтового ящика" />
            </Group>
          </Radio.Group>
        )}
        <WhenFields {...when.fields} error={wrong} />
        <GrowingTextarea
          label={noteLabel}
          minRows={2}
          maxRows={6}
          maxLength={500}
          spellCheck={false}
          autoComplete="off"
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        {tell.error !== null && wrong === undefined && <ToneText tone="bad">{faultHint(tell.error)}</ToneText>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Отмена
          </Button>
          <FactButton loading={tell.isPending} disabled={when.local === null} onClick={() => tell.mutate(undefined)}>
            {button}
          </FactButton>
        </Group>
      </Stack>
    </Modal>
  )
}

const phoneOrNone = (phone: string | null): string => (phone === null ? 'Телефон в заявке не указан' : phoneText(phone))
