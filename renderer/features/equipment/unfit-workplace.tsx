import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type MovableReception, OtherWorkplaceButton } from './other-workplace-button.tsx'

/** In place of «Открыть комнату»: what is broken, and the way to mend it. */
export function UnfitWorkplace({ refusal, reception }: { refusal: string; reception: MovableReception }) {
  return (
    <Alert color="red" role="alert" title="Рабочее место неисправно">
      <Stack gap="sm" align="flex-start">
        <Text>{refusal}</Text>
        <Group gap="sm">
          <Button variant="default" renderRoot={props => <Link to="/equipment" {...props} />}>
            Открыть «Оборудование»
          </Button>
          {reception.state.facts.otherWorkplace === null && <OtherWorkplaceButton reception={reception} />}
        </Group>
      </Stack>
    </Alert>
  )
}
