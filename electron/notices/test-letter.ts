import { randomUUID } from 'node:crypto'
import { composeNotice } from './compose.ts'
import type { StoredServer } from './server-store.ts'

/** The letter of «Проверить»: says nothing of anybody. */
export async function testLetter(
  server: StoredServer,
  toAddress: string,
): Promise<{ readonly letter: Buffer; readonly envelopeId: string }> {
  const envelopeId = randomUUID()
  const letter = await composeNotice(
    {
      kind: 'rejection',
      toAddress,
      subject: 'Видеоприём: пробное письмо',
      text: 'Это пробное письмо программы «Видеоприём». Если вы его читаете, уведомления гражданам могут уходить.\n',
      messageId: `<${envelopeId}@${server.fromAddress.split('@').at(-1)}>`,
      formedAt: new Date().toISOString(),
      calendar: null,
    },
    [],
    server,
  )
  return { letter, envelopeId }
}
