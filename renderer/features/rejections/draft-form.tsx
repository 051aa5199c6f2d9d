import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Rejection, RejectionDraft } from '../../../shared/contract/rejections.ts'
import { annexTwoFields, earlierAnswerText } from '../../../shared/rejections/annex-two.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { AnnexTwoPreview } from './annex-two-preview.tsx'
import { GroundFields } from './ground-fields.tsx'
import { PaperFields } from './paper-fields.tsx'
import classes from './rejections.module.css'
import { useRejectionChange } from './use-rejection-change.ts'

/** The decision before it is given for signing: grounds and words left, the text as it will stand right. */
export function DraftForm({ rejection, onClose }: { rejection: Rejection; onClose: () => void }) {
  const { calls } = useWorkstation()
  const { applicationId, state } = rejection
  const [draft, setDraft] = useState(rejection.draft)
  const [quote, setQuote] = useState('')
  const save = useRejectionChange((forSigning: boolean) =>
    calls.rejections.save({ applicationId, draft: draft as RejectionDraft, quote: quote.trim() || null, forSigning }),
  )
  const withdraw = useRejectionChange(() => calls.rejections.withdraw({ applicationId }), onClose)
  const faults = faultFields(save.error)
  const change = (part: Partial<Rejection['draft']>) => setDraft(before => ({ ...before, ...part }))
  const ready = isComplete(draft)
  return (
    <FactForm ready={ready} pending={save.isPending} onFact={() => save.mutate(true)}>
      <div className={classes.columns}>
        <Stack gap="sm">
          <GroundFields
            rejection={rejection}
            draft={draft}
            quote={quote}
            faults={faults}
            onChange={change}
            onQuote={setQuote}
          />
          <PaperFields rejection={rejection} draft={draft} faults={faults} onChange={change} />
        </Stack>
        <AnnexTwoPreview
          fields={annexTwoFields({
            ...draft,
            gender: draft.gender ?? 'male',
            earlierAnswer: earlierAnswerText(draft, rejection.earlier),
          })}
          genderAsked={draft.gender === null}
        />
      </div>
      <Stack gap="xs" mt="sm" className={classes.bar}>
        {save.error !== null && <ToneText tone="bad">{faultHint(save.error)}</ToneText>}
        {withdraw.error !== null && <ToneText tone="bad">{faultHint(withdraw.error)}</ToneText>}
        <Text size="sm" c="dimmed">
          Решение принято, когда оно подписано (п. 2.4). До подписи в журнал ничего не пишется и гражданину ничего не
          уходит.
        </Text>
        <Group justify="flex-end">
          {state === 'draft' && (
            <Button variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
              Отозвать проект
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            Закрыть
          </Button>
          <Button variant="default" disabled={!ready || save.isPending} onClick={() => save.mutate(false)}>
            Сохранить проект
          </Button>
          <FactButton
            disabled={!ready}
            loading={save.isPending}
            aria-keyshortcuts="Control+Enter"
            rightSection={<HotkeyHint keys="Ctrl+Enter" />}
            onClick={() => save.mutate(true)}
          >
            Передать на подпись
          </FactButton>
        </Group>
      </Stack>
    </FactForm>
  )
}

/** Nothing of the form is missing; what is wrong in it the workstation says. */
const isComplete = (draft: Rejection['draft']): draft is RejectionDraft =>
  draft.grounds.length > 0 &&
  draft.gender !== null &&
  [
    draft.reasoning,
    draft.citizenDative,
    draft.address,
    draft.signatoryName,
    draft.executorName,
    draft.executorPhone,
  ].every(text => text.trim() !== '')
