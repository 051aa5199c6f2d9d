import { faultDetails, faultHint } from './fault-hint.ts'
import { ScreenFailure } from './screen-failure.tsx'

/** The error state of a list or a card that could not be read. */
export function QueryFailure({ title, error, onRetry }: { title: string; error: unknown; onRetry: () => void }) {
  return <ScreenFailure title={title} text={faultHint(error)} details={faultDetails(error)} onRetry={onRetry} />
}
