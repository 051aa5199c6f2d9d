import { Settings } from '../../shared/contract/settings.ts'
import type { Place } from '../accounts/place.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'

/** What the administrator decided, a row per setting; what was never decided has the default of the schema. */
export interface SettingsStore {
  read(): Settings
  write(settings: Settings): void
}

export interface SettingsStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
}

const defaults = Settings.parse({})
const keys = Object.keys(Settings.shape) as (keyof Settings)[]

export function makeSettingsStore({ read, write, place }: SettingsStoreDeps): SettingsStore {
  return {
    read() {
      const rows = read.all(read.select.selectFrom('setting').select(['key', 'value']))
      const stored = new Map(rows.map(({ key, value }) => [key, value]))
      // One value of an older version that no longer fits must not take the others with it.
      const entries = keys.map(key => {
        const text = stored.get(key)
        const parsed = text === undefined ? null : Settings.shape[key].safeParse(JSON.parse(text))
        return [key, parsed?.success ? parsed.data : defaults[key]]
      })
      return Settings.parse(Object.fromEntries(entries))
    },
    write(settings) {
      const { bodyId } = place()
      write.transaction(() => {
        for (const key of keys) {
          const value = JSON.stringify(settings[key])
          write.run(
            write.build
              .insertInto('setting')
              .values({ body_id: bodyId, key, value })
              .onConflict(conflict => conflict.columns(['body_id', 'key']).doUpdateSet({ value })),
          )
        }
      })
    },
  }
}
