import { Textarea, type TextareaProps } from '@mantine/core'
import type { CSSProperties, Ref } from 'react'
import classes from './growing-textarea.module.css'

type GrowingTextareaProps = Omit<TextareaProps, 'autosize' | 'minRows' | 'maxRows' | 'classNames' | 'style'> & {
  minRows?: number
  maxRows?: number
  ref?: Ref<HTMLTextAreaElement>
}

/**
 * A text field that grows with its words, by CSS. Mantine's own `autosize` measures in a second, hidden field, whose
 * words Chromium would write into the files of its session.
 */
export function GrowingTextarea({ minRows = 1, maxRows = 100, ...props }: GrowingTextareaProps) {
  const rows = { '--least-rows': minRows, '--most-rows': maxRows } as CSSProperties
  return <Textarea {...props} classNames={{ input: classes.input ?? '' }} style={rows} />
}
