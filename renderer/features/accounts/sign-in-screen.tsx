import { Alert, Button, Center, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconFlask, IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import type { Entry } from '../../../shared/contract/accounts.ts'
import { EnterAs } from './enter-as.tsx'
import { ResetByKeyForm } from './reset-by-key-form.tsx'
import { SignInForm } from './sign-in-form.tsx'

interface SignInScreenProps {
  entry: Entry
  demonstration: boolean
  onSignedIn: () => void
}

/** The way in, and back through the lock. Nothing of any citizen is on the page. */
export function SignInScreen({ entry, demonstration, onSignedIn }: SignInScreenProps) {
  const { lockedBy } = entry
  const [other, setOther] = useState(false)
  /** Of the password an administrator forgot: being set anew, or set. */
  const [forgotten, setForgotten] = useState<'asked' | 'set' | null>(null)
  const locked = lockedBy !== null && !other
  return (
    <Center component="main" mih="100%" p="md">
      <Paper withBorder p="lg" w="100%" maw={demonstration ? '60rem' : 'var(--layout-list)'}>
        <Stack gap="md">
          <Stack gap={0}>
            <Text c="dimmed">Видеоприём</Text>
            <Title order={1} size="h2">
              {forgotten === 'asked' ? 'Забыт пароль' : locked ? 'Рабочее место заблокировано' : 'Вход'}
            </Title>
          </Stack>
          {locked && forgotten !== 'asked' && (
            <Alert icon={<IconLock aria-hidden />} color="gray">
              {lockedBy.shortName}, введите пароль, чтобы продолжить. Запись и сохранение не прерывались.
            </Alert>
          )}
          {demonstration && (
            <Alert color="amber" icon={<IconFlask aria-hidden />}>
              Демонстрация: вымышленный отдел. Нажмите на того, кем войти; пароль у всех «демонстрация».
            </Alert>
          )}
          {demonstration && forgotten !== 'asked' && <EnterAs people={entry.people} onSignedIn={onSignedIn} />}
          {forgotten === 'set' && (
            <Alert color="green" role="status">
              Новый пароль задан. Войдите с ним.
            </Alert>
          )}
          {forgotten === 'asked' ? (
            <ResetByKeyForm
              people={entry.people}
              minimumLength={entry.passwordMinimumLength}
              onDone={() => setForgotten('set')}
              onBack={() => setForgotten(null)}
            />
          ) : (
            <>
              <SignInForm
                key={locked ? lockedBy.id : 'other'}
                people={locked ? [lockedBy] : entry.people}
                minimumLength={entry.passwordMinimumLength}
                // Its list would open over those who are let in by one press.
                takesFocus={!demonstration}
                onSignedIn={onSignedIn}
                onOther={locked ? () => setOther(true) : null}
              />
              <Group>
                <Button variant="transparent" size="compact-sm" px={0} onClick={() => setForgotten('asked')}>
                  Забыт пароль?
                </Button>
              </Group>
            </>
          )}
        </Stack>
      </Paper>
    </Center>
  )
}
