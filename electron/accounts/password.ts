/** Machine code, loaded with the first password: a start does not wait for it. */
const argon2 = () => import('@node-rs/argon2')

/** OWASP Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane (about 60 ms here). 2 is Algorithm.Argon2id. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** PHC string with its own salt. Off the main thread. */
export const hashPassword = async (password: string): Promise<string> =>
  (await argon2()).hash(password.normalize('NFC'), cost)

/** Takes the same time for a person who is not there: `null` is compared with a hash nobody has the password of. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  const { verify } = await argon2()
  const fits = await verify(passwordHash ?? (await nobodysHash()), password.normalize('NFC'))
  return fits && passwordHash !== null
}

let nobodys: Promise<string> | null = null
const nobodysHash = (): Promise<string> => {
  nobodys ??= hashPassword(crypto.randomUUID())
  return nobodys
}

/** Why a new password will not do, in words for its field; null when it will. */
export function passwordProblem(
  password: string,
  facts: { minimumLength: number; fullName: string; former: string | null },
): string | null {
  const { minimumLength, fullName, former } = facts
  if ([...password].length < minimumLength) return `Не короче ${minimumLength} знаков`
  if (password === former) return 'Новый пароль должен отличаться от прежнего'
  const lower = password.toLocaleLowerCase('ru')
  if (new Set(lower).size < 4) return 'Слишком простой: нужны хотя бы четыре разных знака'
  const names = fullName.toLocaleLowerCase('ru').split(/\s+/)
  if (names.some(name => name.length > 3 && lower.includes(name))) return 'Не используйте в пароле своё имя'
  return null
}
