import { Button, Chip, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { useSession } from './session-context.tsx'

const title = 'Неисправность на нашей стороне (п. 3.5)'

const usual = [
  'Нет звука',
  'Не работает микрофон',
  'Нет изображения',
  'Телемост не открывается',
  'Нет сети',
  'Не работает запись',
]

/** «Неисправность…» (п. 3.5), in place of the step: what is broken; then the citizen is called at once. */
export function FaultForm() {
  const { closeDialog, act, acting } = useSession()
  const [description, setDescription] = useState('')
  const close = () => closeDialog('fault')
  const mark = async () => {
    if (await act({ kind: 'faultFound', description: description.trim() })) {
      setDescription('')
      close()
    }
  }
  return (
    <section
      aria-label={title}
      onKeyDown={event => {
        if (event.key === 'Escape') close()
      }}
    >
      <FactForm ready={description.trim() !== ''} pending={acting} onFact={() => void mark()}>
        <Stack>
          <Title order={3} size="h4">
            {title}
          </Title>
          <Text>О неисправности гражданину незамедлительно сообщают по телефону и согласовывают иной срок.</Text>
          <Chip.Group value={description} onChange={value => setDescription(String(value))}>
            <Group gap="xs">
              {usual.map(text => (
                <Chip key={text} value={text}>
                  {text}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <TextInput
            label="Что неисправно"
            required
            autoFocus
            autoComplete="off"
            maxLength={500}
            value={description}
            onChange={event => setDescription(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Отмена
            </Button>
            <FactButton
              loading={acting}
              disabled={description.trim() === ''}
              rightSection={<HotkeyHint keys="Ctrl+Enter" />}
              onClick={() => void mark()}
            >
              Отметить неисправность
            </FactButton>
          </Group>
        </Stack>
      </FactForm>
    </section>
  )
}
