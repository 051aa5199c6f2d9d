import * as z from 'zod'
import { Settings } from '../contract/settings.ts'
import { systemOfPath } from '../text/path-kind.ts'

/** Whose paths a policy names. */
export type PathSystem = 'windows' | 'posix'

/** Absolute, of one system or the other: which of them reads it is looked at beside the schema. */
const Folder = z
  .string()
  .refine(text => systemOfPath(text) !== null, 'Нужен полный путь, например /srv/videopriem или D:\\Videopriem')
const Program = Folder

/** A name only: no address, port or wildcard. */
const HostName = z
  .string()
  .max(253)
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
    'Нужно имя узла строчными буквами, например telemost.example.ru',
  )

const HttpsAddress = z.url({ protocol: /^https$/, hostname: z.regexes.domain })

const Updates = z.strictObject({
  /** An https address inside the organisation, or a folder: what `npm run dist` leaves lies there. */
  feed: z
    .string()
    .refine(
      text => Folder.safeParse(text).success || HttpsAddress.safeParse(text).success,
      'Нужен адрес https:// или полный путь папки',
    ),
  channel: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/, 'Нужно имя канала латиницей, например latest')
    .default('latest'),
  checkHours: z.int().min(1, 'Не чаще раза в час').max(168, 'Не реже раза в неделю').default(4),
})

// A locked value has the limits of the setting, not its default: what the policy does not name stays the administrator's.
const locked = <Key extends keyof Settings>(key: Key) => Settings.shape[key].unwrap().optional()

/** As Chromium names them (`--password-store`); never `basic`, which seals with a password everybody knows. */
const PasswordStore = z.enum(['gnome-libsecret', 'kwallet', 'kwallet5', 'kwallet6'], {
  error: 'Нужно одно из: gnome-libsecret, kwallet, kwallet5, kwallet6',
})

/** What an organisation decides for all of its workplaces. Adding a key: docs/recipes/add-a-policy-key.md. */
export const Policy = z.strictObject({
  recordingsDirectory: Folder.optional(),
  backupDirectory: Folder.optional(),
  ffmpeg: Program.optional(),
  browser: Program.optional(),
  passwordMinimumLength: locked('passwordMinimumLength'),
  triesBeforePause: locked('triesBeforePause'),
  pauseMinutes: locked('pauseMinutes'),
  idleLockMinutes: locked('idleLockMinutes'),
  ownRecordingDays: locked('ownRecordingDays'),
  citizenPhone: locked('citizenPhone'),
  slotMinutes: locked('slotMinutes'),
  rawLetterDays: locked('rawLetterDays'),
  documentDays: locked('documentDays'),
  telemostApiAddress: locked('telemostApiAddress'),
  /** What the room may reach beside the known hosts of Telemost (resources/telemost/hosts.json). */
  telemostHosts: z.array(HostName).max(20).optional(),
  updates: Updates.optional(),
  /** Dumps of crashes on this computer; off where not named. */
  crashDumps: z.boolean().optional(),
  /** The system's store of passwords on Linux, where the desktop's name does not tell it; else Chromium's own guess. */
  passwordStore: PasswordStore.optional(),
  /** The program beside the clock (desktop host); on where not named. */
  tray: z.boolean().optional(),
})
export type Policy = Readonly<z.infer<typeof Policy>>

/** No policy: everything is decided at the workplace. */
export const noPolicy: Policy = {}

/** Settings of «Правила входа» the policy decides. */
export const lockedSettings = (policy: Policy): (keyof Settings)[] =>
  (Object.keys(Settings.shape) as (keyof Settings)[]).filter(key => policy[key] !== undefined)

/**
 * What of the policy counts for a profile: plausible people must never be recorded into the folder, or copied over the
 * copies, of real ones.
 */
export function policyOfProfile(policy: Policy, { demonstration }: { demonstration: boolean }): Policy {
  if (!demonstration) return policy
  const { recordingsDirectory: _recordings, backupDirectory: _copies, ...rest } = policy
  return rest
}

/** The paths of a policy, by key. */
const pathsOf = (policy: Policy): [string, string | undefined][] => [
  ...(['recordingsDirectory', 'backupDirectory', 'ffmpeg', 'browser'] as const).map(
    (key): [string, string | undefined] => [key, policy[key]],
  ),
  ['updates.feed', HttpsAddress.safeParse(policy.updates?.feed).success ? undefined : policy.updates?.feed],
]

const foreignPath: Readonly<Record<PathSystem, string>> = {
  windows: 'это путь Linux или macOS, а программа работает в Windows. Нужен полный путь, например D:\\Videopriem',
  posix: 'это путь Windows, а программа работает не в Windows. Нужен полный путь, например /srv/videopriem',
}

/** Reads the text of a policy file; the problem is a Russian line per key that is wrong. */
export function readPolicyText(
  text: string,
  system: PathSystem,
): { ok: true; policy: Policy } | { ok: false; problems: string[] } {
  let json: unknown
  try {
    // Notepad writes a mark of the encoding in front.
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { ok: false, problems: [`это не JSON (${error instanceof Error ? error.message : 'ошибка разбора'})`] }
  }
  const parsed = Policy.safeParse(json)
  if (parsed.success) {
    const problems = pathsOf(parsed.data)
      .filter(([, path]) => path !== undefined && systemOfPath(path) !== system)
      .map(([key]) => `«${key}»: ${foreignPath[system]}`)
    return problems.length > 0 ? { ok: false, problems } : { ok: true, policy: parsed.data }
  }
  return { ok: false, problems: parsed.error.issues.flatMap(problemsOf) }
}

function problemsOf(issue: z.core.$ZodIssue): string[] {
  const at = issue.path.map(String)
  const name = (keys: readonly string[]): string => `«${keys.join('.')}»`
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => `неизвестный ключ ${name([...at, key])}`)
  if (at.length === 0) return ['нужен объект { … } с ключами политики']
  if (issue.code === 'invalid_type') return [`${name(at)}: ${typeWords[issue.expected] ?? 'значение другого вида'}`]
  return [`${name(at)}: ${issue.message}`]
}

/** The types of the schema in words; zod's own depend on a language that is set elsewhere. */
const typeWords: Readonly<Record<string, string>> = {
  string: 'нужна строка',
  int: 'нужно целое число',
  number: 'нужно число',
  boolean: 'нужно true или false',
  array: 'нужен список [ … ]',
  object: 'нужен объект { … }',
}
