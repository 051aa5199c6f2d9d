import { Alert, Button, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'

/** In place of «Открыть комнату»: what is broken, and the way to mend it. */
export function UnfitWorkplace({ refusal }: { refusal: string }) {
  return (
    <Alert color="red" role="alert" title="Рабочее место неисправно">
      <Stack gap="sm" align="flex-start">
        <Text>{refusal}</Text>
        <Button variant="default" renderRoot={props => <Link to="/equipment" {...props} />}>
          Открыть «Оборудование»
        </Button>
      </Stack>
    </Alert>
  )
}
