import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { FirstRun } from '../../../shared/contract/accounts.ts'
import { lockedWords, useIsLocked } from '../../app/use-is-locked.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { type FolderWords, folderWords } from './folder-words.ts'
import type { FolderState } from './use-folder-check.ts'

interface FolderFieldProps {
  form: UseFormReturnType<FirstRun>
  folder: FolderState
  label: string
  description: string
  /** What an empty field means. */
  emptyText: string
}

/** A folder that may be left empty; tried when the field is left and before the step is. */
export function FolderField({ form, folder, label, description, emptyText }: FolderFieldProps) {
  const input = form.getInputProps(folder.name)
  const isLocked = useIsLocked()(folder.name)
  return (
    <Stack gap="xs">
      <Group align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          label={label}
          description={isLocked ? lockedWords : description}
          disabled={isLocked}
          placeholder="/srv/videopriem"
          autoComplete="off"
          spellCheck={false}
          {...input}
        />
        <Button
          variant="default"
          disabled={isLocked || folder.entered === ''}
          loading={folder.isChecking}
          onClick={() => void folder.check()}
        >
          Проверить
        </Button>
      </Group>
      {folder.entered === '' && !isLocked && (
        <Text size="sm" c="dimmed">
          {emptyText}
        </Text>
      )}
      <div role="status">{folder.found && <Found words={folderWords(folder.name, folder.found)} />}</div>
    </Stack>
  )
}

function Found({ words }: { words: FolderWords }) {
  return (
    <Stack gap="xs">
      <ToneText tone={words.tone} size="sm">
        {words.room}
      </ToneText>
      {words.warning && (
        <ToneText tone="warn" size="sm">
          {words.warning}
        </ToneText>
      )}
    </Stack>
  )
}
