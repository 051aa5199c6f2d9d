import type { ArmingRefusal } from '../../../shared/recording/recorder-link.ts'

/** Why a source could not be had; `null` refusal = asked without a gesture, which is no failure. */
export type Choice =
  | { readonly kind: 'chosen' }
  | { readonly kind: 'needsGesture' }
  | { readonly kind: 'refused'; readonly refusal: ArmingRefusal; readonly detail: string }

/** Turns what the browser threw into a stable code. */
export function refusalOf(error: unknown, denied: ArmingRefusal): Choice {
  const name = error instanceof Error ? error.name : 'unknown'
  switch (name) {
    case 'InvalidStateError':
      return { kind: 'needsGesture' }
    case 'NotAllowedError':
      return { kind: 'refused', refusal: denied, detail: name }
    case 'NotSupportedError':
    case 'TypeError':
      return { kind: 'refused', refusal: 'notSupported', detail: name }
    default:
      return { kind: 'refused', refusal: 'failed', detail: name }
  }
}
