import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
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
  /** Of the file behind every link, and of its folder; replaced in tests. */
  readonly ownershipOf?: (path: string) => Ownership
}

/**
 * The policy of the organisation; none where there is no file. Throws StartFailure where it cannot be taken as it stands:
 * half a policy would look like a whole one.
 */
export function readPolicy({ path, platform, ownershipOf = statSync }: ReadPolicyDeps): Policy {
  let text: string
  try {
    const file = realpathSync(path)
    const trouble = platform === 'win32' ? null : ownershipTrouble(file, ownershipOf)
    if (trouble !== null) throw new StartFailure(`${headline(path)}\n${trouble}`)
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return noPolicy
    if (error instanceof StartFailure) throw error
    throw new StartFailure(`${headline(path)}\nФайл не читается: ${error instanceof Error ? error.message : 'ошибка'}.`)
  }
  const read = readPolicyText(text)
  if (read.ok) return read.policy
  throw new StartFailure([headline(path), ...read.problems.map(problem => `  ${problem}`)].join('\n'))
}

/** Windows tells Node nothing of its access lists: there the installer closes the folder (build/windows/installer.nsh). */
function ownershipTrouble(file: string, ownershipOf: (path: string) => Ownership): string | null {
  for (const path of [file, dirname(file)]) {
    const { uid, mode } = ownershipOf(path)
    if (uid !== 0) return `${path} принадлежит не root. Исправьте: sudo chown root ${path}`
    if ((mode & 0o022) !== 0) return `${path} может изменить не только root. Исправьте: sudo chmod go-w ${path}`
  }
  return null
}

const headline = (path: string): string =>
  `Политика организации не принята, программа не запущена. Файл: ${path}. Обратитесь к администратору.`
