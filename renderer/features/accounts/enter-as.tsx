import { Alert, Button, Fieldset, SimpleGrid, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { EntryPerson } from '../../../shared/contract/accounts.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'

interface EnterAsProps {
  people: readonly EntryPerson[]
  onSignedIn: () => void
}

/** «Войти как…» of the demonstration: everybody of the made-up office, one press each. */
export function EnterAs({ people, onSignedIn }: EnterAsProps) {
  const { calls } = useWorkstation()
  const enter = useMutation({
    mutationFn: (accountId: string) => calls.accounts.signInAs({ accountId }),
    onSuccess: onSignedIn,
  })
  return (
    <Fieldset legend="Войти как…">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="xs" verticalSpacing="xs">
          {people.map(({ id, shortName, position }, index) => (
            <Button
              key={id}
              variant="default"
              h="auto"
              py={6}
              justify="flex-start"
              // A whole position is read, over two lines where it is long.
              styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
              autoFocus={index === 0}
              aria-label={`Войти как ${shortName}, ${position}`}
              disabled={enter.isPending}
              loading={enter.isPending && enter.variables === id}
              onClick={() => enter.mutate(id)}
            >
              <Stack gap={0} align="flex-start">
                <Text size="sm">{shortName}</Text>
                <Text size="xs" c="dimmed">
                  {position}
                </Text>
              </Stack>
            </Button>
          ))}
        </SimpleGrid>
        {enter.error && (
          <Alert color="red" role="alert" title="Вход не выполнен">
            {faultHint(enter.error)}
          </Alert>
        )}
      </Stack>
    </Fieldset>
  )
}
