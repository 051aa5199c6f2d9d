import type { MessageBoxOptions } from 'electron'
import type pino from 'pino'

/** The process, as far as it tells what nobody caught. */
export interface UncaughtSource {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown
}

export interface UncaughtDeps {
  readonly process: UncaughtSource
  readonly ask: (box: MessageBoxOptions) => Promise<unknown>
  readonly logsDirectory: string
  readonly log: Pick<pino.Logger, 'error'>
}

/**
 * What nobody caught in the main process: a line of the log, and once in a run a sentence a person understands, in the
 * place of Electron's own English dialog with a stack. The workstation and the recorder are processes of their own.
 */
export function watchUncaught({ process, ask, logsDirectory, log }: UncaughtDeps): void {
  let wasTold = false
  const tell = (error: unknown): void => {
    log.error({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 'nobody caught it')
    if (wasTold) return
    wasTold = true
    void ask({
      type: 'warning',
      title: 'Видеоприём',
      message: 'Внутренняя ошибка окна программы',
      detail: [
        'Идёт ли запись, видно в окне приёма. Если окно не отвечает, завершите приём по телефону и откройте программу снова.',
        `Ошибка записана в журнал программы: ${logsDirectory}`,
      ].join('\n'),
      buttons: ['Понятно'],
    }).catch(() => undefined)
  }
  process.on('uncaughtException', tell)
  process.on('unhandledRejection', tell)
}
