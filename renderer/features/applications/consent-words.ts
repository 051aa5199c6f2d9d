import type { ConsentKind } from '../../../shared/contract/application-list.ts'

/** After «согласие на». */
export const consentNames: Readonly<Record<ConsentKind, string>> = {
  personalData: 'обработку персональных данных',
  video: 'видеозапись приёма',
}
