import { Text } from '@mantine/core'
import type { Phrase } from '../../../shared/contract/phrases.ts'
import classes from './phrases.module.css'
import type { PhraseGroup } from './phrases-by-topic.ts'

interface PhraseListProps {
  id: string
  groups: readonly PhraseGroup[]
  chosen: Phrase | null
  optionId: (phrase: Phrase) => string
  onPoint: (phrase: Phrase) => void
  onInsert: (phrase: Phrase) => void
}

/** The options of the field above it, group by group. */
export function PhraseList({ id, groups, chosen, optionId, onPoint, onInsert }: PhraseListProps) {
  const options = ({ phrases }: PhraseGroup) =>
    phrases.map(phrase => (
      // Keys reach the list through the field above it (aria-activedescendant).
      // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and handles Enter
      // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox is never focused itself
      <div
        key={phrase.id}
        id={optionId(phrase)}
        role="option"
        aria-selected={phrase === chosen}
        className={classes.option}
        onMouseEnter={() => onPoint(phrase)}
        onClick={() => onInsert(phrase)}
      >
        {phrase.text}
      </div>
    ))
  return (
    <div id={id} role="listbox" aria-label="Мои фразы" className={classes.list} tabIndex={-1}>
      {groups.map(group =>
        group.label === null ? (
          options(group)
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by a role, not by a fieldset
          <div key={group.label} role="group" aria-label={group.label}>
            <Text size="sm" c="dimmed" className={classes.group} aria-hidden>
              {group.label}
            </Text>
            {options(group)}
          </div>
        ),
      )}
    </div>
  )
}
