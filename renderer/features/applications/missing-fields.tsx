import { Alert, Button, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { missingFieldWords } from '../../../shared/applications/registration-fields.ts'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'

/** What the application lacks (п. 2.2), each with what to do; being incomplete is no ground to reject (п. 2.7). */
export function MissingFields({ matter, onComplete }: { matter: ApplicationMatter; onComplete: () => void }) {
  const { missing } = matter
  if (missing.length === 0) return null
  const fillable = missing.some(name => name !== 'consentPersonalData' && name !== 'consentVideo')
  return (
    <Alert
      color="amber"
      icon={<IconAlertTriangle aria-hidden />}
      title="Неполная заявка (п. 2.2): это не основание для отклонения"
    >
      <Stack gap="xs">
        <Stack gap={2} component="ul" m={0} pl="md">
          {missing.map(name => (
            <li key={name}>
              Нет: {missingFieldWords[name].name}. {missingFieldWords[name].todo}
            </li>
          ))}
        </Stack>
        {fillable && (
          <div>
            <Button size="compact-md" variant="default" onClick={onComplete}>
              Дополнить заявку…
            </Button>
          </div>
        )}
      </Stack>
    </Alert>
  )
}
