import { type PageKey, pageKeyMetaName, pageKeyText } from '../../shared/page-key/page-key.ts'

/** A page of ours with a key of its own in its head. */
export const withPageKey = (html: string, key: PageKey): string =>
  html.replace('<head>', `<head><meta name="${pageKeyMetaName}" content="${pageKeyText(key)}">`)
