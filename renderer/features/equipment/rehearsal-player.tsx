import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import classes from './equipment.module.css'

/** The rehearsal as the file holds it, heard once; then voice and picture are erased. It stands here until they are. */
export function RehearsalPlayer({ address, onErased }: { address: string; onErased: () => void }) {
  const { calls } = useWorkstation()
  const erase = useMutation({ mutationFn: () => calls.equipment.eraseRehearsal(), onSuccess: onErased })
  return (
    <Paper withBorder p="md" component="section" aria-label="Пробная запись">
      <Group align="flex-start" gap="lg" wrap="wrap">
        {/* biome-ignore lint/a11y/useMediaCaption: what the person has just said */}
        <video controls src={address} className={classes.picture} aria-label="Пробная запись" />
        <Stack gap="sm" className={classes.steps}>
          <Title order={2} size="h4">
            Послушайте пробную запись
          </Title>
          <Text>
            Слышны щелчки (так будет слышен гражданин) и ваш голос. Запись нигде не хранится: она стирается по кнопке
            или сама через 3 минуты, остаются только измерения.
          </Text>
          <Group>
            <Button variant="default" loading={erase.isPending} onClick={() => erase.mutate()}>
              Прослушано, стереть
            </Button>
          </Group>
          <div role="alert">{erase.isError && <ToneText tone="bad">Не стёрто. {faultHint(erase.error)}</ToneText>}</div>
        </Stack>
      </Group>
    </Paper>
  )
}
