import { Button, FileInput, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { NewSigning, Rejection } from '../../../shared/contract/rejections.ts'
import { annexTwoFields, earlierAnswerText } from '../../../shared/rejections/annex-two.ts'
import { longestSignatureBytes, longestSignedFileBytes } from '../../../shared/rejections/signed-file.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { base64Of } from '../../ui/save-file.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { AnnexTwoPreview } from './annex-two-preview.tsx'
import { PaperButtons } from './paper-buttons.tsx'
import { CoveredQuote } from './quote-field.tsx'
import classes from './rejections.module.css'
import { useRejectionChange } from './use-rejection-change.ts'

/** «На подписи»: the paper to be signed, and the signed one back. */
export function SigningStep({ rejection, onClose }: { rejection: Rejection; onClose: () => void }) {
  const { calls } = useWorkstation()
  const { applicationId, draft, hasQuote, earlier } = rejection
  const [kind, setKind] = useState<'scan' | 'detached'>('scan')
  const [decidedOn, setDecidedOn] = useState(draft.decidedOn)
  const [decision, setDecision] = useState<File | null>(null)
  const [signature, setSignature] = useState<File | null>(null)
  const sign = useRejectionChange(async () => calls.rejections.sign(await orderOf()))
  const withdraw = useRejectionChange(() => calls.rejections.withdraw({ applicationId }))
  const faults = faultFields(sign.error)
  const tooBig = (file: File | null, most: number) => file !== null && file.size > most
  const decisionTooBig = tooBig(decision, longestSignedFileBytes)
  const signatureTooBig = tooBig(signature, longestSignatureBytes)
  const ready =
    decision !== null &&
    decidedOn !== null &&
    !decisionTooBig &&
    (kind === 'scan' || (signature !== null && !signatureTooBig))

  async function orderOf(): Promise<NewSigning> {
    if (decision === null || decidedOn === null) throw new Error('nothing to sign')
    const common = { applicationId, decidedOn, decision: { name: decision.name, base64: await base64Of(decision) } }
    if (kind === 'scan' || signature === null) return { kind: 'scan', ...common }
    return { kind, ...common, signature: { name: signature.name, base64: await base64Of(signature) } }
  }

  return (
    <FactForm ready={ready} pending={sign.isPending} onFact={() => sign.mutate(undefined)}>
      <div className={classes.columns}>
        <Stack gap="sm">
          <ToneText tone="info">Решение ждёт подписи. Скачайте его, подпишите и приложите подписанное.</ToneText>
          <PaperButtons applicationId={applicationId} />
          {hasQuote && <CoveredQuote applicationId={applicationId} />}
          <Radio.Group
            label="Как подписано"
            value={kind}
            onChange={value => setKind(value === 'detached' ? 'detached' : 'scan')}
          >
            <Stack gap={6} mt={4}>
              <Radio value="scan" label="На бумаге: прикладываю скан" data-autofocus />
              <Radio value="detached" label="Электронной подписью: PDF и файл подписи (.sig)" />
            </Stack>
          </Radio.Group>
          <FileInput
            label={kind === 'scan' ? 'Скан подписанного решения' : 'Подписанный PDF'}
            description={kind === 'scan' ? 'PDF, JPEG или PNG до 10 МБ, все страницы в одном файле.' : 'PDF до 10 МБ.'}
            placeholder="Выбрать файл…"
            accept={kind === 'scan' ? 'application/pdf,image/jpeg,image/png' : 'application/pdf'}
            required
            value={decision}
            error={decisionTooBig ? 'Файл больше 10 МБ' : faults.decision}
            onChange={setDecision}
          />
          {kind === 'detached' && (
            <>
              <FileInput
                label="Файл подписи"
                placeholder="Выбрать файл…"
                accept=".sig,.p7s,.p7b,.sgn,.pem"
                required
                value={signature}
                error={signatureTooBig ? 'Файл подписи больше 512 КБ' : faults.signature}
                onChange={setSignature}
              />
              <Text size="sm" c="dimmed">
                Программа проверяет только, что это файл подписи (CMS/PKCS#7). Подлинность самой подписи она не
                проверяет.
              </Text>
            </>
          )}
          <DayField
            label="Дата решения, как в документе"
            required
            value={decidedOn}
            error={faults.decidedOn}
            onChange={setDecidedOn}
          />
        </Stack>
        <AnnexTwoPreview
          fields={annexTwoFields({
            ...draft,
            gender: draft.gender ?? 'male',
            earlierAnswer: earlierAnswerText(draft, earlier),
          })}
          genderAsked={false}
        />
      </div>
      <Stack gap="xs" mt="sm" className={classes.bar}>
        {sign.error !== null && <ToneText tone="bad">{faultHint(sign.error)}</ToneText>}
        {withdraw.error !== null && <ToneText tone="bad">{faultHint(withdraw.error)}</ToneText>}
        <Group justify="flex-end">
          <Button variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
            Вернуть на доработку
          </Button>
          <Button variant="default" onClick={onClose}>
            Закрыть
          </Button>
          <FactButton
            disabled={!ready}
            loading={sign.isPending}
            aria-keyshortcuts="Control+Enter"
            rightSection={<HotkeyHint keys="Ctrl+Enter" />}
            onClick={() => sign.mutate(undefined)}
          >
            Записать решение
          </FactButton>
        </Group>
      </Stack>
    </FactForm>
  )
}
