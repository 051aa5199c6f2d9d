import { Component, type ReactNode } from 'react'
import { ScreenFailure } from '../ui/screen-failure.tsx'

interface State {
  readonly failure: Error | null
}

/** A screen that failed to draw: says what is kept and draws itself again on demand. Recording is another page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failure: null }

  static getDerivedStateFromError(failure: Error): State {
    return { failure }
  }

  override render(): ReactNode {
    const { failure } = this.state
    if (!failure) return this.props.children
    return (
      <ScreenFailure
        title="Экран не удалось показать"
        text="Отметки и заметки сохранены, запись идёт отдельно и не прервалась. Покажите экран заново."
        button="Показать заново"
        onRetry={() => this.setState({ failure: null })}
        details={failure.message}
      />
    )
  }
}
