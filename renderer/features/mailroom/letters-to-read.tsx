import { Group, Pagination, SegmentedControl, Stack } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { lettersPerPage } from '../../../shared/mailroom/limits.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { LetterDrop } from './letter-drop.tsx'
import { LetterTable } from './letter-table.tsx'
import { LetterView, type ReadLetter } from './letter-view.tsx'

interface LettersToReadProps {
  /** Begins the registration of an application from a letter. */
  onRegister: (letter: ReadLetter) => void
}

/** Of what was judged already nothing is asked any more. */
const setAsideNote = 'Отложены с причиной. Если это всё же заявка, откройте письмо и верните его.'

const otherNotes: Readonly<Record<'waiting' | 'setAside' | 'machine', string>> = {
  waiting:
    'Полей заявки не найдено или их названия незнакомы. Прочитайте: заявка — зарегистрируйте вручную, не заявка — отложите с причиной.',
  setAside: setAsideNote,
  machine: 'Похоже, их писали программы. Разбирать их не нужно; если это всё же заявка гражданина, зарегистрируйте её.',
}

type Choice = 'waiting' | 'setAside' | 'machine'

/** «Письма»: what came and waits for somebody, what was set aside, and the way to add a file. */
export function LettersToRead({ onRegister }: LettersToReadProps) {
  const { queries } = useWorkstation()
  const [kind, setKind] = useState<Choice>('waiting')
  const [page, setPage] = useState(1)
  const [openId, setOpenId] = useState<string | null>(null)
  const list = useQuery({
    ...queries.mailroom.letters.queryOptions({ input: { kind, offset: (page - 1) * lettersPerPage } }),
    placeholderData: keepPreviousData,
  })
  if (openId !== null) {
    return <LetterView key={openId} letterId={openId} onRegister={onRegister} onClose={() => setOpenId(null)} />
  }
  const { letters, total } = list.data ?? { letters: [], total: 0 }
  const pages = Math.ceil(total / lettersPerPage)
  const recognised = letters.filter(letter => letter.kind === 'application')
  return (
    <LetterDrop
      controls={
        <SegmentedControl
          aria-label="Какие письма"
          data={[
            { value: 'waiting', label: 'К разбору' },
            { value: 'setAside', label: 'Отложенные' },
            { value: 'machine', label: 'Автоматические' },
          ]}
          value={kind}
          onChange={value => {
            setKind(value as Choice)
            setPage(1)
          }}
        />
      }
    >
      {list.error !== null ? (
        <QueryFailure title="Письма не прочитаны" error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Loading label="Читаем письма…" />
      ) : total === 0 ? (
        <NoLetters kind={kind} />
      ) : (
        <Stack gap="lg">
          <LetterTable
            title={kind === 'waiting' ? 'Новые письма' : 'Отложенные заявки'}
            note={
              kind === 'waiting'
                ? 'В них найдены поля заявки (п. 2.2). Со дня получения письма идут сроки (п. 2.4).'
                : setAsideNote
            }
            letters={recognised}
            onOpen={setOpenId}
          />
          <LetterTable
            title={kind === 'machine' ? 'Автоответы и сообщения почтовых серверов' : 'Не распознано'}
            note={otherNotes[kind]}
            letters={letters.filter(letter => letter.kind !== 'application')}
            onOpen={setOpenId}
          />
          {pages > 1 && (
            <Group>
              <Pagination
                total={pages}
                value={Math.min(page, pages)}
                onChange={setPage}
                getControlProps={control => ({ 'aria-label': control === 'next' ? 'Следующие' : 'Предыдущие' })}
              />
            </Group>
          )}
        </Stack>
      )}
    </LetterDrop>
  )
}

function NoLetters({ kind }: { kind: Choice }) {
  if (kind === 'machine') {
    return <EmptyNote title="Автоматических писем нет" text="Сюда попадают автоответы и сообщения о недоставке." />
  }
  return kind === 'waiting' ? (
    <EmptyNote
      title="Новых писем нет"
      text="Письма из ящика появятся здесь сами. Письмо, полученное иначе, сохраните как файл .eml и перетащите сюда. Ящик подключает администратор: «Настройки», «Почта»."
    />
  ) : (
    <EmptyNote title="Отложенных писем нет" text="Сюда попадают письма, которые не заявки: с причиной и автором." />
  )
}
