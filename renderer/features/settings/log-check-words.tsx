import { Alert, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconShieldCheck } from '@tabler/icons-react'
import type { ChainCheck, LogCheck, LogContradiction, LogGap } from '../../../shared/contract/event-log.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'

const tellOthers = 'Сообщите руководителю и техническому специалисту.'

const damage = {
  changed: 'изменена',
  missing: 'удалена',
  shortened: 'удалена вместе со следующими',
} as const

/** Where the lines themselves no longer hang together. */
export const brokenChainText = (chain: ChainCheck): string =>
  chain.intact ? '' : `Строка № ${chain.sequence} ${damage[chain.reason]}. ${tellOthers}`

/** What «Проверить целостность» found, and what it was compared with. */
export function LogCheckWords({ check }: { check: LogCheck }) {
  const timeZone = useTimeZone()
  const at = (moment: string): string => formatDateTime(moment, timeZone)
  const { verdict, chain, confirmed, contradictions, gaps } = check
  const notes = [...gaps.map(gap => gapText(gap, at)), ...silentTexts(check)]
  if (verdict === 'broken') {
    return (
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
        {brokenChainText(chain)}
      </Alert>
    )
  }
  if (verdict === 'contradicted') {
    const [first, ...others] = contradictions
    return (
      <Alert
        color="red"
        icon={<IconAlertTriangle aria-hidden />}
        role="alert"
        title="Журнал событий расходится с резервной копией"
      >
        <Stack gap="xs">
          {first && <Text>{contradictionText(first, at)}</Text>}
          {others.length > 0 && <Text>С другими копиями тоже расходится: {others.length}.</Text>}
          {confirmed && <Text>{confirmedText(confirmed, at)}</Text>}
          <Notes notes={notes} />
          <Text>{tellOthers}</Text>
        </Stack>
      </Alert>
    )
  }
  const lines = chain.intact ? chain.lines.toLocaleString('ru') : ''
  return confirmed ? (
    <Alert
      color="green"
      icon={<IconShieldCheck aria-hidden />}
      role="status"
      title={`Журнал событий сходится с копией от ${at(confirmed.source.madeAt)}`}
    >
      <Stack gap="xs">
        <Text>
          {confirmedText(confirmed, at)} Строки после неё пока подтвердить нечем. Всего строк: {lines}.
        </Text>
        <Notes notes={notes} />
      </Stack>
    </Alert>
  ) : (
    <Alert
      color="amber"
      icon={<IconInfoCircle aria-hidden />}
      role="status"
      title="Строки связаны без разрывов, но сверять не с чем"
    >
      <Stack gap="xs">
        <Text>
          Строк: {lines}. Тот, у кого есть файл базы и её ключ, мог написать их заново: подтвердить журнал может только
          то, что хранится вне его. Сделайте резервную копию на другой диск или сверьте журнал с корешком листа приёмов.
        </Text>
        <Notes notes={notes} />
      </Stack>
    </Alert>
  )
}

const Notes = ({ notes }: { notes: readonly string[] }) => notes.map(note => <Text key={note}>{note}</Text>)

const confirmedText = (
  { source, line, at: lineAt }: NonNullable<LogCheck['confirmed']>,
  at: (moment: string) => string,
): string => `Строки до № ${line} (${at(lineAt)}) те же, что в копии от ${at(source.madeAt)}.`

function contradictionText(
  { source, line, what, missing, changed, added }: LogContradiction,
  at: (moment: string) => string,
): string {
  const copy = `копия от ${at(source.madeAt)}`
  const more = [
    missing > 1 || (missing > 0 && what !== 'missing') ? `всего нет строк: ${missing}` : '',
    changed > 1 || (changed > 0 && what !== 'changed') ? `изменено строк: ${changed}` : '',
    added > 1 || (added > 0 && what !== 'added') ? `добавлено строк: ${added}` : '',
  ].filter(text => text !== '')
  const rest = more.length > 0 ? ` (${more.join(', ')})` : ''
  switch (what) {
    case 'missing':
      return `В журнале событий нет строки № ${line}${rest}: ${copy} её помнит.`
    case 'changed':
      return `Строка № ${line} изменена${rest}: ${copy} помнит её другой.`
    case 'added':
      return `Строка № ${line} добавлена задним числом${rest}: ${copy} её не знает.`
    case 'other':
      return `Строка № ${line} не та, что была: ${copy} помнит другую. С какой строки начинается расхождение, неизвестно: базу в этой копии прочитать нельзя.`
    default:
      return what satisfies never
  }
}

const gapText = ({ source, lines, line, at: resetAt }: LogGap, at: (moment: string) => string): string =>
  `Копия от ${at(source.madeAt)} помнит строки, которых в журнале нет: ${lines}. Так и должно быть: ${at(resetAt)} база восстановлена (строка № ${line}), внесённое между копией и восстановлением осталось в прежней базе.`

function silentTexts({ silent }: LogCheck): string[] {
  const { unsigned, notTrusted, folder } = silent
  return [
    folder === 'notSet' ? 'Папка резервных копий не выбрана.' : '',
    folder === 'notReadable' ? 'Папка резервных копий недоступна: диск отключён или путь изменился.' : '',
    unsigned > 0 ? `Копий без подписи, сверить с ними нельзя: ${unsigned}.` : '',
    notTrusted > 0 ? `Копий, список которых изменён или подписан другим ключом: ${notTrusted}.` : '',
  ].filter(text => text !== '')
}
