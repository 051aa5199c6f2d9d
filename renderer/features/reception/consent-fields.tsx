import { Checkbox, Fieldset, Stack, Text } from '@mantine/core'
import type { ApplicationForm } from './application-form.ts'

/** Clause 2.2 (е, ж): two consents, two ticks. */
export function ConsentFields({ form, isAppointing }: { form: ApplicationForm; isAppointing: boolean }) {
  return (
    <Fieldset legend="Согласия (п. 2.2)">
      <Stack gap="xs">
        <Checkbox
          label="Согласие на обработку персональных данных"
          required={isAppointing}
          {...form.getInputProps('consentPersonalData', { type: 'checkbox' })}
        />
        <Checkbox
          label="Согласие на ведение видеозаписи приёма"
          {...form.getInputProps('consentVideo', { type: 'checkbox' })}
        />
        {!form.values.consentVideo && (
          <Text size="xs" c="var(--tone-warn)">
            Без согласия приём состояться не сможет: он обязательно записывается (п. 3.6). Заявку внести можно, согласие
            спросите до приёма.
          </Text>
        )}
      </Stack>
    </Fieldset>
  )
}
