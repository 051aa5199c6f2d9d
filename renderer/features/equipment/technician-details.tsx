import { Button, Stack } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { EquipmentCheck } from '../../../shared/contract/equipment.ts'
import { useDesk } from '../../app/desk.tsx'
import { CheckResults } from './check-results.tsx'

/** «Для техника ▾»: every line of the check by group; open for whoever keeps the equipment, folded for the others. */
export function TechnicianDetails({ check }: { check: Pick<EquipmentCheck, 'results'> }) {
  const { role } = useDesk().session.account
  const [isOpen, setOpen] = useState(role === 'technician' || role === 'administrator')
  const detailsId = useId()
  const Chevron = isOpen ? IconChevronUp : IconChevronDown
  return (
    <Stack gap="sm">
      <div>
        <Button
          variant="default"
          aria-expanded={isOpen}
          aria-controls={detailsId}
          rightSection={<Chevron aria-hidden size="1.1em" />}
          onClick={() => setOpen(!isOpen)}
        >
          Для техника
        </Button>
      </div>
      <div id={detailsId}>{isOpen && <CheckResults check={check} />}</div>
    </Stack>
  )
}
