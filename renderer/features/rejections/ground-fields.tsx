import { Checkbox, Select, Stack, TextInput } from '@mantine/core'
import type { Rejection } from '../../../shared/contract/rejections.ts'
import { groundWords, inOrder, RejectionGround } from '../../../shared/rejections/ground.ts'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { QuoteField } from './quote-field.tsx'

interface GroundFieldsProps {
  rejection: Rejection
  draft: Rejection['draft']
  quote: string
  faults: Readonly<Record<string, string>>
  onChange: (part: Partial<Rejection['draft']>) => void
  onQuote: (quote: string) => void
}

/** The four grounds of п. 2.7 and what each of them asks for. */
export function GroundFields({ rejection, draft, quote, faults, onChange, onQuote }: GroundFieldsProps) {
  const { grounds } = draft
  return (
    <>
      <Checkbox.Group
        label="Основания (п. 2.7)"
        description="Перечень закрытый; можно выбрать несколько."
        required
        value={grounds}
        error={faults['draft.grounds']}
        onChange={chosen => onChange({ grounds: inOrder(RejectionGround.options.filter(one => chosen.includes(one))) })}
      >
        <Stack gap={6} mt={6}>
          {RejectionGround.options.map((ground, index) => (
            <Checkbox
              key={ground}
              value={ground}
              label={`${groundWords[ground].title} (${groundWords[ground].clause})`}
              data-autofocus={index === 0 ? true : undefined}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {grounds.includes('unclear') && (
        <ToneText tone="info">Сначала можно позвонить гражданину: тематика часто выясняется по телефону.</ToneText>
      )}
      {grounds.includes('abuse') && (
        <QuoteField rejection={rejection} quote={quote} fault={faults.quote} onQuote={onQuote} />
      )}
      {grounds.includes('repeat') && (
        <>
          {rejection.earlier.length > 0 && (
            <Select
              label="Ответ дан в ходе приёма"
              placeholder="Выберите, если это он"
              clearable
              clearButtonProps={{ 'aria-label': 'Не этот приём' }}
              data={rejection.earlier.map(({ id, text }) => ({ value: id, label: text }))}
              value={draft.earlierId}
              error={faults['draft.earlierId']}
              onChange={earlierId => onChange({ earlierId })}
            />
          )}
          <TextInput
            label="Письменный ответ"
            description={
              rejection.earlier.length === 0
                ? 'Прежних приёмов этого гражданина здесь нет: укажите номер и дату письменного ответа.'
                : 'Номер и дата, если отвечали письменно.'
            }
            placeholder="№ 12-345 от 01.09.2026"
            required={draft.earlierId === null}
            maxLength={500}
            spellCheck={false}
            autoComplete="off"
            value={draft.earlierWritten}
            error={faults['draft.earlierWritten']}
            onChange={event => onChange({ earlierWritten: event.currentTarget.value })}
          />
        </>
      )}
      <GrowingTextarea
        label="Пояснение"
        description="Входит в текст решения. Выражения гражданина сюда не переписывайте."
        required
        minRows={2}
        maxRows={6}
        maxLength={2000}
        spellCheck={false}
        autoComplete="off"
        value={draft.reasoning}
        error={faults['draft.reasoning']}
        onChange={event => onChange({ reasoning: event.currentTarget.value })}
      />
    </>
  )
}
