/** Names of the system's own devices, also with slashes the other way round: «\\\\?\\», «\\\\.\\», «\\??\\». */
const devicePath = /^([\\/]{2}[?.]([\\/]|$)|[\\/]\?\?[\\/])/

/** A share of another computer. Whatever looks at it signs in there with the name and a proof of the password. */
const sharePath = /^[\\/]{2}[^\\/]/

/**
 * The system an absolute path is of: a drive or a share of Windows, or a path from the root; null for what is neither,
 * and for names of devices, which lead past the checks of a path.
 */
export function systemOfPath(path: string): 'windows' | 'posix' | null {
  if (path.includes('\0') || devicePath.test(path)) return null
  if (/^[A-Za-z]:[\\/]/.test(path) || /^\\\\[^\\/]/.test(path)) return 'windows'
  return path.startsWith('/') && !path.startsWith('//') ? 'posix' : null
}

/**
 * Why a path that somebody typed is not even looked at; null: it may be. Only the policy names shares: whoever may fill
 * in a field must not be able to have this person's sign-in sent to a computer of his choice.
 */
export const typedPathTrouble = (path: string): string | null =>
  devicePath.test(path) || sharePath.test(path)
    ? 'Сетевой путь вида \\\\сервер\\папка здесь не принимается. Подключите сетевой диск и укажите его букву; путь к серверу задаёт политика организации'
    : null
