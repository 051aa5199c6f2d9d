import type { Attachment } from 'postal-mime'
import { oneLine } from '../../shared/letters/hidden-signs.ts'
import type { LetterWarning } from '../../shared/letters/letter-reading.ts'
import { asUtf8 } from './letter-text.ts'

/** An attachment with its bytes; nobody opens them but for JSON, reports and letters. */
export interface LetterAttachment {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

const archives = /\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz|zst|cab|arj|lzh|iso|img|jar|ace)$/iu
const executables =
  /\.(?:exe|com|bat|cmd|scr|pif|msi|msp|js|jse|vbs|vbe|wsf|wsh|hta|ps1|psm1|lnk|cpl|dll|reg|jar|app|apk|deb|rpm|sh|docm|xlsm|pptm|xlam|dotm|chm|url|iqy|svg|html?|xhtml)$/iu
const archiveTypes = /zip|x-rar|x-7z|x-tar|gzip|x-bzip|x-iso9660/iu

export function asLetterAttachment({ filename, mimeType, content }: Attachment): LetterAttachment {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
  const name = oneLine(asUtf8(filename ?? ''))
    .replaceAll(/[\\/]/gu, '_')
    .slice(0, 200)
  return { name: name === '' ? 'без имени' : name, mediaType: oneLine(mimeType).slice(0, 100), bytes }
}

/** Outlook's own container, encrypted letters, and signed ones whose text stands inside the signature. */
const isClosed = (name: string, mediaType: string): boolean =>
  /^(?:winmail\.dat|smime\.p7m|.*\.p7m)$/iu.test(name) || /ms-tnef|pkcs7-mime|pgp-encrypted/iu.test(mediaType)

/** What has to be said of an attachment: by its name, its type and its first bytes. */
export function attachmentWarnings({ name, mediaType, bytes }: LetterAttachment): LetterWarning[] {
  const isOffice = /\.(?:docx|xlsx|pptx|odt|ods)$/iu.test(name)
  const begins = (...values: number[]) => values.every((value, at) => bytes[at] === value)
  const isArchive =
    archives.test(name) ||
    archiveTypes.test(mediaType) ||
    begins(0x50, 0x4b, 0x03, 0x04) ||
    begins(0x52, 0x61, 0x72, 0x21) ||
    begins(0x37, 0x7a, 0xbc, 0xaf) ||
    begins(0x1f, 0x8b)
  const isExecutable =
    executables.test(name) || /x-msdownload|x-executable|javascript/iu.test(mediaType) || begins(0x4d, 0x5a)
  return [
    ...(isArchive && !isOffice ? ['archiveNotOpened' as const] : []),
    ...(isClosed(name, mediaType) ? ['closedContainer' as const] : []),
    ...(isExecutable ? ['executableAttachment' as const] : []),
  ]
}
