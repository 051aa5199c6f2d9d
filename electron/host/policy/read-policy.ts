import { closeSync, mkdtempSync, openSync, readFileSync, realpathSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { noPolicy, type Policy, readPolicyText } from '../../../shared/policy/policy.ts'
import { hasCode } from '../local-socket.ts'
import { StartFailure } from '../workstation-keeper.ts'

/** Who may have written a file or a folder. */
export interface Ownership {
  readonly uid: number
  readonly mode: number
}

export interface ReadPolicyDeps {
  readonly path: string
  readonly platform: NodeJS.Platform
  /** Of the file behind every link, and of each folder above it; replaced in tests. */
  readonly ownershipOf?: (path: string) => Ownership
  /** Windows: the folder of the program, which only an administrator writes to, and whether we may write somewhere. */
  readonly programDirectory: string
  readonly mayWrite?: (path: string) => boolean
}

/**
 * The policy of the organisation; none where there is no file. Throws StartFailure where it cannot be taken as it stands:
 * half a policy would look like a whole one.
 */
export function readPolicy(deps: ReadPolicyDeps): Policy {
  const { path, platform } = deps
  let text: string
  try {
    const file = realpathSync(path)
    const trouble = platform === 'win32' ? accessTrouble(file, deps) : ownershipTrouble(file, deps)
    if (trouble !== null) throw new StartFailure(`${headline(path)}\n${trouble}`)
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return noPolicy
    if (error instanceof StartFailure) throw error
    throw new StartFailure(`${headline(path)}\nФайл не читается: ${error instanceof Error ? error.message : 'ошибка'}.`)
  }
  const read = readPolicyText(text, platform === 'win32' ? 'windows' : 'posix')
  if (read.ok) return read.policy
  throw new StartFailure([headline(path), ...read.problems.map(problem => `  ${problem}`)].join('\n'))
}

/** Whoever may write to a folder above may put another one in its place, so each of them counts. */
function ownershipTrouble(file: string, { ownershipOf = statSync }: ReadPolicyDeps): string | null {
  for (let path = file; ; path = dirname(path)) {
    const { uid, mode } = ownershipOf(path)
    if (uid !== 0) return `${path} принадлежит не root. Исправьте: sudo chown root ${path}`
    if ((mode & 0o022) !== 0) return `${path} может изменить не только root. Исправьте: sudo chmod go-w ${path}`
    if (path === dirname(path)) return null
  }
}

/**
 * Windows tells Node nothing of its access lists, but it obeys them: what an ordinary user's program can write to is not
 * the administrator's. One that may write to its own folder as well runs for an administrator, or belongs to its user.
 */
function accessTrouble(file: string, { programDirectory, mayWrite = canWrite }: ReadPolicyDeps): string | null {
  if (mayWrite(programDirectory)) return null
  const open = [file, dirname(file)].find(mayWrite)
  return open === undefined
    ? null
    : `${open} может изменить не только администратор. Исправьте: установите программу заново или закройте папку для пользователей.`
}

/** By trying: nothing else tells the truth of a share or of an access list. Nothing is left behind. */
export function canWrite(path: string): boolean {
  try {
    if (statSync(path).isDirectory()) rmdirSync(mkdtempSync(join(path, '.videopriem-try-')))
    else closeSync(openSync(path, 'r+'))
    return true
  } catch {
    return false
  }
}

const headline = (path: string): string =>
  `Политика организации не принята, программа не запущена. Файл: ${path}. Обратитесь к администратору.`
