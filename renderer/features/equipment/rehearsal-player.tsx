import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import classes from './equipment.module.css'

/** The rehearsal as the file holds it, heard once; then voice and picture are erased. */
export function RehearsalPlayer({ address, onErase }: { address: string; onErase: () => void }) {
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
            <Button variant="default" onClick={onErase}>
              Прослушано, стереть
            </Button>
          </Group>
        </Stack>
      </Group>
    </Paper>
  )
}
