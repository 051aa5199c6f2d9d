import { Button, type ButtonProps, Stack } from '@mantine/core'
import { IconVideoPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'

interface MakeLinkButtonProps extends Pick<ButtonProps, 'mt' | 'size'> {
  /** The reception that gets the link; null: it goes to `onMade` alone, to be set with the rest of a form. */
  receptionId: string | null
  /** There is a link already, and another one is wanted. */
  replace?: boolean
  onMade: (link: string) => void
}

/** «Создать ссылку» through Telemost's API; nothing at all where the administrator has not turned it on. */
export function MakeLinkButton({ receptionId, replace = false, onMade, ...button }: MakeLinkButtonProps) {
  const { calls, queries } = useWorkstation()
  const mayMake = useQuery(queries.telemost.mayMakeLinks.queryOptions())
  const make = useMutation({
    mutationFn: () =>
      receptionId === null ? calls.telemost.newLink() : calls.telemost.makeLink({ receptionId, replace }),
    onSuccess: ({ link }) => onMade(link),
  })
  if (mayMake.data !== true) return null
  return (
    <Stack gap="xs">
      <Button
        {...button}
        variant="light"
        leftSection={<IconVideoPlus aria-hidden size="1.1em" />}
        loading={make.isPending}
        onClick={() => make.mutate()}
      >
        {replace ? 'Создать новую ссылку' : 'Создать ссылку'}
      </Button>
      {make.error !== null && <ToneText tone="bad">{faultHint(make.error)}</ToneText>}
    </Stack>
  )
}
