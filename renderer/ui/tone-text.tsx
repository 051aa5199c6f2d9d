import { Group, type MantineSpacing, Text, type TextProps } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconInfoCircle,
  type IconProps,
} from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { type Tone, toneColor } from './tone.ts'

type ToneIcon = ComponentType<IconProps>

const icons: Record<Tone, ToneIcon> = {
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  info: IconInfoCircle,
  quiet: IconCircleDashed,
}

interface ToneTextProps extends TextProps {
  tone: Tone
  icon?: ToneIcon
  gap?: MantineSpacing
  children: ReactNode
}

/** A state in words with its icon: colour never alone. */
export function ToneText({ tone, icon, gap = 'var(--mantine-spacing-xs)', children, ...text }: ToneTextProps) {
  const Icon = icon ?? icons[tone]
  return (
    <Group gap={gap} wrap="nowrap" align="flex-start" c={toneColor(tone)} component="span">
      <Text
        component="span"
        flex="none"
        lh="inherit"
        {...(text.size === undefined ? {} : { size: text.size })}
        c={toneColor(tone)}
        aria-hidden
      >
        <Icon size="1.2em" style={{ verticalAlign: '-0.2em' }} />
      </Text>
      <Text component="span" {...text} c={toneColor(tone)}>
        {children}
      </Text>
    </Group>
  )
}
