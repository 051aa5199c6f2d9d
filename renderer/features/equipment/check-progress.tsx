import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { LevelMeter } from '../../ui/level-meter.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import classes from './equipment.module.css'
import { type CheckProgress, type CheckStep, checkSteps, type StepState } from './measure/check-steps.ts'

const stepWords: Readonly<Record<CheckStep, string>> = {
  camera: 'Камера',
  microphone: 'Микрофон: скажите несколько слов',
  speaker: 'Динамики или наушники: звучит тон',
  peer: 'Видеосвязь внутри компьютера',
  server: 'Видеосвязь до сервера проверки и обратно',
  rehearsal: 'Пробная запись: говорите, пока она идёт',
  computer: 'Компьютер, диск и Телемост',
}

const marks: Readonly<Record<StepState, { tone: 'quiet' | 'info' | 'good'; word: string }>> = {
  waiting: { tone: 'quiet', word: 'впереди' },
  running: { tone: 'info', word: 'идёт' },
  done: { tone: 'good', word: 'готово' },
}

interface CheckProgressProps {
  progress: CheckProgress
  onCancel: () => void
  onAnswerTone: (heard: boolean) => void
}

/** The check while it runs: what is being done, what to do meanwhile, the way out. */
export function CheckProgressPanel({ progress, onCancel, onAnswerTone }: CheckProgressProps) {
  const picture = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (picture.current) picture.current.srcObject = progress.stream
  }, [progress.stream])
  const shown = checkSteps.filter(step => progress.steps[step] !== undefined)
  return (
    <Paper withBorder p="md" component="section" aria-label="Идёт проверка">
      <Group align="flex-start" gap="lg" wrap="wrap">
        <Stack gap="sm" className={classes.steps}>
          <Title order={2} size="h4">
            Идёт проверка
          </Title>
          <ul className={classes.lines} aria-live="polite">
            {shown.map(step => {
              const { tone, word } = marks[progress.steps[step] ?? 'waiting']
              return (
                <li key={step}>
                  <ToneText tone={tone}>
                    {stepWords[step]} — {word}
                  </ToneText>
                </li>
              )
            })}
          </ul>
          {progress.levelDb !== null && <LevelMeter label="Микрофон" levelDb={progress.levelDb} />}
          {progress.steps.rehearsal === 'running' && (
            <Text size="sm" c="dimmed">
              Сверните окно секунды на четыре и верните его: так видно, что запись не страдает в свёрнутом окне. Можно и
              не сворачивать, тогда эта строка останется «не измерялось».
            </Text>
          )}
          {progress.asksTone && (
            <Group gap="sm" role="group" aria-label="Слышите тон?">
              <Text fw={600}>Слышите тон?</Text>
              <Button onClick={() => onAnswerTone(true)}>Слышу</Button>
              <Button variant="default" onClick={() => onAnswerTone(false)}>
                Не слышу
              </Button>
            </Group>
          )}
          <Group>
            <Button variant="default" onClick={onCancel}>
              Отменить проверку
            </Button>
          </Group>
        </Stack>
        {progress.stream !== null && (
          <video ref={picture} autoPlay muted playsInline className={classes.picture} aria-label="Ваша камера" />
        )}
      </Group>
    </Paper>
  )
}
