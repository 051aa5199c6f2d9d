import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'

/** Why a reception without the consent is a question to be settled before it starts. */
export function MissingConsentNote() {
  return (
    <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title="В заявке нет согласия на видеозапись">
      Приём обязательно записывается (п. 3.6), без записи он не проводится. В начале приёма спросите гражданина о
      согласии; если он откажется, разъясните право обратиться очно или письменно.
    </Alert>
  )
}
