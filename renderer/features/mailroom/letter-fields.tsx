import { Stack, Text, Title } from '@mantine/core'
import { fieldWords, missingFieldAdvice } from '../../../shared/letters/field-words.ts'
import type { ReadApplication } from '../../../shared/letters/letter-reading.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { fieldValueText } from './letter-words.ts'
import classes from './mailroom.module.css'

/** What was understood of a letter, field by field, what is wrong with it, and what is missing. */
export function LetterFields({ application }: { application: ReadApplication | null }) {
  if (application === null) {
    return (
      <Stack gap="xs" component="section" aria-label="Поля заявки">
        <Title order={3} size="h5">
          Полей заявки не найдено
        </Title>
        <Text>
          Если это заявка, зарегистрируйте её вручную. Если такие письма приходят часто, сообщите администратору: он
          впишет названия полей в «Настройках», «Почта».
        </Text>
      </Stack>
    )
  }
  // What is missing cannot be said of a form whose names nobody knows.
  const isUnderstood = application.fields.length > 0
  return (
    <Stack gap="xs" component="section" aria-label="Поля заявки">
      <Title order={3} size="h5">
        Поля заявки
      </Title>
      {!isUnderstood && (
        <ToneText tone="warn" size="sm">
          Форма пришла файлом, и её названий программа не знает. При регистрации вы выберете, какое поле что значит.
        </ToneText>
      )}
      {application.fields.map(field => (
        <div key={field.name} className={classes.field}>
          <Text size="sm" c="dimmed">
            {fieldWords[field.name]}
          </Text>
          <div>
            <Text className={classes.text}>{fieldValueText(field)}</Text>
            {field.problem !== null && (
              <ToneText tone="warn" size="sm">
                {field.problem}
              </ToneText>
            )}
          </div>
        </div>
      ))}
      {isUnderstood && application.missing.length > 0 && (
        <Title order={3} size="h5">
          Чего не хватает
        </Title>
      )}
      {(isUnderstood ? application.missing : []).map(name => (
        <ToneText key={name} tone="warn" size="sm">
          {missingFieldAdvice(name)}
        </ToneText>
      ))}
      {application.unknown.length > 0 && (
        <Title order={3} size="h5">
          Неизвестные поля
        </Title>
      )}
      {application.unknown.map(({ label, value }, index) => (
        // The same label may stand twice.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <Text key={index} size="sm" className={classes.text}>
          {label}: {value}
        </Text>
      ))}
    </Stack>
  )
}
