import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

/** A field with what looks odd in it said below: nothing is refused, a person decides. */
export function Remarked({ remark, children }: { remark: string | undefined; children: ReactNode }) {
  return (
    <Stack gap={2}>
      {children}
      {remark !== undefined && (
        <Text size="xs" c="var(--tone-warn)" role="status">
          {remark}
        </Text>
      )}
    </Stack>
  )
}
