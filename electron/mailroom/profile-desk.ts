import type { Session } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { LetterReading, MappingProfile } from '../../shared/letters/letter-reading.ts'
import { unreadable } from './intake.ts'
import { looksLikeLetter } from './letter-hashes.ts'
import type { LetterReader } from './letter-reader.ts'
import type { ProfileStore } from './profile-store.ts'

/** «Настройки → Почта»: what sites call the fields of п. 2.2, tried on a sample before it counts. */
export interface ProfileDesk {
  profiles(): Reply<MappingProfile[]>
  saveProfile(who: Session, profile: MappingProfile): Reply<MappingProfile[]>
  removeProfile(who: Session, profileId: string): Reply<MappingProfile[]>
  tryProfile(request: { profile: MappingProfile | null; sample: string }): Promise<Reply<LetterReading>>
}

export interface ProfileDeskDeps {
  readonly store: ProfileStore
  readonly read: LetterReader
  readonly announce: (announcement: Announcement) => void
}

export function makeProfileDesk({ store, read, announce }: ProfileDeskDeps): ProfileDesk {
  const profiles = (): Reply<MappingProfile[]> => done([...store.list()])
  function changed(): Reply<MappingProfile[]> {
    // Letters that were not understood may be by now.
    announce({ kind: 'mailroomChanged' })
    return profiles()
  }
  const others = (profileId: string) => store.list().filter(known => known.profileId !== profileId)
  return {
    profiles,
    saveProfile(who, profile) {
      if (others(profile.profileId).some(({ name }) => name.toLowerCase() === profile.name.toLowerCase())) {
        return refused('badInput', 'Проверьте выделенные поля. Ничего не сохранено.', {
          name: 'Такое название уже есть',
        })
      }
      store.save(profile, who.account.id)
      return changed()
    },
    removeProfile(who, profileId) {
      const profile = store.list().find(known => known.profileId === profileId)
      if (!profile) return refused('stale', 'Этих названий полей уже нет.')
      store.remove(profile, who.account.id)
      return changed()
    },
    async tryProfile({ profile, sample }) {
      const tried = profile === null ? store.list() : [...others(profile.profileId), profile]
      const bytes = Buffer.from(sample, 'utf8')
      const raw =
        looksLikeLetter(bytes) && /^(?:from|subject|content-type|mime-version|received|date)\s*:/im.test(sample)
          ? bytes
          : asLetter(sample, profile)
      return done(await read(raw, tried).catch(() => unreadable))
    },
  }
}

/** Only the text was pasted: the head is made as the site would make it. */
const asLetter = (text: string, profile: MappingProfile | null): Buffer => {
  const ending = profile?.senderEnds ?? ''
  const sender = `zayavki@${ending.split('@').at(-1) || 'example.ru'}`
  return Buffer.from(
    `From: <${sender}>\r\nSubject: =?utf-8?B?${Buffer.from('Образец').toString('base64')}?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}`,
    'utf8',
  )
}
