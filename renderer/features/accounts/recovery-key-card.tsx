import { Alert, Button, Checkbox, Code, CopyButton, Group, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconCopy, IconKey, IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'

/** A recovery key that was just made, and whose database it opens. */
export interface IssuedKey {
  readonly recoveryKey: string
  readonly bodyName: string
  readonly workplaceName: string
}

interface RecoveryKeyCardProps {
  issued: IssuedKey
  titleOrder: 1 | 2
  doneText: string
  onDone: () => void
}

/** The recovery key, shown once: print it or copy it, tick, go on. */
export function RecoveryKeyCard({ issued, titleOrder, doneText, onDone }: RecoveryKeyCardProps) {
  const { recoveryKey, bodyName, workplaceName } = issued
  const [kept, setKept] = useState(false)

  useEffect(() => {
    if (kept) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [kept])

  return (
    <Stack gap="md" data-print-alone>
      <Title order={titleOrder} size="h2">
        Ключ восстановления
      </Title>
      <Text>
        База данных этого рабочего места зашифрована. Если компьютер выйдет из строя, открыть её на другом можно будет
        только с этим ключом. Передайте его руководителю на хранение.
      </Text>
      <Text data-print-only>
        {bodyName}. {workplaceName}. Хранить как документ ограниченного доступа.
      </Text>
      <Code block fz="xl" ta="center" p="md" aria-label="Ключ восстановления">
        {recoveryKey}
      </Code>
      <Alert color="amber" icon={<IconKey aria-hidden />} title="Ключ показывается один раз" data-no-print>
        Программа его не хранит и показать снова не сможет. Если ключ утерян, администратор выдаст новый в «Настройках».
      </Alert>
      <Group data-no-print>
        <Button variant="default" leftSection={<IconPrinter aria-hidden size="1.1em" />} onClick={() => window.print()}>
          Напечатать
        </Button>
        <CopyButton value={recoveryKey}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck aria-hidden size="1.1em" /> : <IconCopy aria-hidden size="1.1em" />}
              onClick={copy}
            >
              {copied ? 'Скопирован' : 'Скопировать'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Group justify="space-between" data-no-print>
        <Checkbox label="Ключ сохранён" checked={kept} onChange={event => setKept(event.currentTarget.checked)} />
        <Button size="md" disabled={!kept} onClick={onDone}>
          {doneText}
        </Button>
      </Group>
    </Stack>
  )
}
