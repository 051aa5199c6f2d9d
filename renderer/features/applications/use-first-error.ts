import { type RefObject, useEffect, useRef } from 'react'

/**
 * After a refusal the first wrong field is scrolled to and gets the focus; where no field is to blame, the words of the
 * refusal do (`[data-failure]`). `asked` tells that something was sent: errors a letter brings with it move nobody.
 */
export function useFirstError(
  form: RefObject<HTMLElement | null>,
  errors: object,
  failure: unknown,
): { readonly asked: () => void } {
  const isAsked = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for when there are other errors.
  useEffect(() => {
    if (!isAsked.current) return
    const wrong =
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      form.current?.querySelector<HTMLElement>('[data-failure]')
    if (!wrong) return
    isAsked.current = false
    wrong.scrollIntoView({ block: 'center' })
    wrong.focus({ preventScroll: true })
  }, [errors, failure])
  return {
    asked() {
      isAsked.current = true
    },
  }
}
