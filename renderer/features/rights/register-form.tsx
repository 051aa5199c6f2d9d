import { Alert, Button, Group, Radio, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { SubjectRequestKind, SubjectRequestWay } from '../../../shared/rights/subject-request.ts'
import { useWhen } from '../../app/use-when.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { WhenFields } from '../../ui/when-fields.tsx'
import { requestWayWords, requestWords } from './rights-words.ts'
import { useRightsChange } from './use-rights-change.ts'

/** A request that came: nothing is chosen beforehand, the time is now unless another is entered. */
export function RegisterForm({ applicationId, onDone }: { applicationId: string; onDone: () => void }) {
  const [kind, setKind] = useState<SubjectRequestKind | null>(null)
  const [way, setWay] = useState<SubjectRequestWay>('letter')
  const when = useWhen()
  const register = useRightsChange(
    applicationId,
    (calls, chosen: SubjectRequestKind) =>
      calls.rights.register({ applicationId, kind: chosen, way, receivedLocal: when.local ?? '' }),
    onDone,
  )
  const wrong = faultFields(register.error).receivedLocal
  const ready = kind !== null && when.local !== null
  const submit = () => kind !== null && register.mutate(kind)
  return (
    <FactForm ready={ready} pending={register.isPending} onFact={submit}>
      <Stack gap="sm">
        <Radio.Group label="О чём обращение" value={kind} onChange={value => setKind(SubjectRequestKind.parse(value))}>
          <Stack gap="xs" mt="xs">
            {SubjectRequestKind.options.map(option => (
              <Radio key={option} value={option} label={requestWords[option]} />
            ))}
          </Stack>
        </Radio.Group>
        <Select
          label="Как получено"
          data={SubjectRequestWay.options.map(option => ({ value: option, label: requestWayWords[option] }))}
          allowDeselect={false}
          value={way}
          onChange={value => setWay(SubjectRequestWay.parse(value))}
        />
        <WhenFields {...when.fields} dateLabel="Дата получения" error={wrong} />
        {kind === 'withdrawal' && (
          <Text size="sm">
            Согласие на обработку персональных данных будет отмечено как отозванное. Сведения стираются, когда обращение
            исполнено.
          </Text>
        )}
        {register.error && wrong === undefined && (
          <Alert color="red" role="alert" title="Обращение не внесено">
            {faultHint(register.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Назад
          </Button>
          <FactButton loading={register.isPending} disabled={!ready} onClick={submit}>
            Внести обращение
          </FactButton>
        </Group>
      </Stack>
    </FactForm>
  )
}
