import type { NewSigning } from '../../shared/contract/rejections.ts'
import { longestSignatureBytes, longestSignedFileBytes } from '../../shared/rejections/signed-file.ts'
import { formatLocalDate } from '../../shared/text/date-time.ts'
import type { StoredFile } from './rejection-row.ts'
import { isDetachedSignature, paperKind, paperTypes } from './signed-file.ts'

export interface SignedFile extends StoredFile {
  readonly role: 'decision' | 'signature'
}

type Reading =
  | { readonly ok: true; readonly files: readonly SignedFile[] }
  /** Russian, by field. */
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> }

/** Judges the files by their bytes and gives them names without anything of the citizen: they go out as attachments. */
export function readSignedFiles(order: NewSigning, journalNumber: number): Reading {
  const decision = Buffer.from(order.decision.base64, 'base64')
  const kind = paperKind(decision)
  const stem = `Решение об отклонении заявки № ${journalNumber} от ${formatLocalDate(order.decidedOn)}`
  const faults: Record<string, string> = {}
  if (decision.length > longestSignedFileBytes) faults.decision = 'Файл больше 10 МБ'
  else if (kind === null) faults.decision = 'Это не PDF, JPEG или PNG'
  else if (order.kind === 'detached' && kind !== 'pdf') faults.decision = 'С отдельной подписью принимается только PDF'
  const paper = kind === null ? null : paperTypes[kind]
  const files: SignedFile[] = []
  if (paper) {
    files.push({ role: 'decision', name: `${stem}.${paper.ending}`, mediaType: paper.mediaType, content: decision })
  }
  if (order.kind === 'detached') {
    const content = Buffer.from(order.signature.base64, 'base64')
    if (content.length > longestSignatureBytes) faults.signature = 'Файл подписи больше 512 КБ'
    else if (!isDetachedSignature(content)) faults.signature = 'Это не файл электронной подписи (CMS/PKCS#7)'
    // The name of a detached signature is the name of what it signs, with its own ending.
    files.push({ role: 'signature', name: `${stem}.pdf.sig`, mediaType: 'application/pkcs7-signature', content })
  }
  return Object.keys(faults).length === 0 ? { ok: true, files } : { ok: false, faults }
}
