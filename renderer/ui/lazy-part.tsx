import { type ComponentType, type FunctionComponent, lazy, type ReactNode, Suspense } from 'react'
import { Loading } from './loading.tsx'

const loads = new Set<() => Promise<unknown>>()

/**
 * A screen, or a part of one, whose code is fetched when it is first shown: what a person sees first need not wait for
 * what they may open later. What could not be fetched is thrown, for the next boundary to tell, and fetched anew when it
 * is shown again.
 * @param load answers the component: `() => import('./outbox.tsx').then(part => part.Outbox)`
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  whileFetched: ReactNode = null,
): FunctionComponent<Props> {
  const make = () =>
    lazy(() =>
      load().then(
        component => ({ default: component }),
        error => {
          Current = make()
          throw error
        },
      ),
    )
  let Current: ComponentType<Props> = make()
  loads.add(load)
  return function LazyPart(props: Props) {
    return (
      <Suspense fallback={whileFetched}>
        <Current {...props} />
      </Suspense>
    )
  }
}

/** A part that is a whole screen: while its code is fetched, that is said. */
export const lazyScreen = <Props extends object>(load: () => Promise<ComponentType<Props>>): FunctionComponent<Props> =>
  lazyPart(load, <Loading label="Открываем…" />)

/**
 * Fetches the code of every part, one after the other, each when the page has nothing else to do: later the host may be
 * away for a second, and nobody should wait. What fails now is fetched when it is shown.
 * @returns stops it
 */
export function fetchPartsAhead(): () => void {
  let isStopped = false
  const idle = () => new Promise<void>(resolve => requestIdleCallback(() => resolve(), { timeout: 2_000 }))
  async function fetchAll(): Promise<void> {
    for (const load of loads) {
      await idle()
      if (isStopped) return
      await load().catch(() => undefined)
    }
  }
  void fetchAll()
  return () => {
    isStopped = true
  }
}
