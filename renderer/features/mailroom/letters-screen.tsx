import { Title } from '@mantine/core'
import { LettersToRead } from './letters-to-read.tsx'
import classes from './mailroom.module.css'

/** «Письма» as a screen of its own; registering stands where applications do. */
export function LettersScreen() {
  return (
    <div className={classes.page}>
      <Title order={1} size="h3">
        Письма
      </Title>
      <LettersToRead onRegister={null} />
    </div>
  )
}
