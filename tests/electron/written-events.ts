import { withProfileDatabase } from '../fixtures/profile-database.ts'

/** Kinds of the lines of the event log, oldest first, read beside the program or after it. */
export const writtenEvents = (profileDirectory: string): Promise<string[]> =>
  withProfileDatabase(profileDirectory, ({ read }) =>
    read.all(read.select.selectFrom('event_log').select('kind').orderBy('sequence')).map(({ kind }) => kind),
  )
