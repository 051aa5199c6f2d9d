import type { NoticeKind } from './notice-kind.ts'
import type { NoticeFacts } from './notice-values.ts'

/** An application nobody made, to show the words of a template on. */
export const inventedFacts = ({
  kind,
  ...of
}: { kind: NoticeKind } & Pick<NoticeFacts, 'bodyName' | 'timeZone' | 'phone'>): NoticeFacts => ({
  ...of,
  givenName: 'Соловей',
  patronymic: 'Соловеевич',
  journalNumber: 12,
  reception:
    kind === 'rejection'
      ? null
      : {
          appointedAt: '2026-11-25T03:00:00Z',
          officialName: 'Щеглова Анна Павловна',
          officialPosition: 'главный специалист',
          link: 'https://telemost.yandex.ru/j/00000000000000',
        },
  isLinkNew: false,
  formerAt: kind === 'move' ? '2026-11-24T03:00:00Z' : null,
  confirmBy: kind === 'appointment' || kind === 'move' ? '2026-11-23' : null,
  isConfirmed: false,
  cancelledFor: kind === 'cancellation' ? 'notConfirmed' : null,
})
