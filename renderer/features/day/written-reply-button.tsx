import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { answerWords } from './attention-words.ts'

/** «Ответ отправлен…» of a reception that was closed with a written reply to come. */
export function WrittenReplyButton({ receptionId }: { receptionId: string }) {
  const { queries } = useWorkstation()
  const [answering, setAnswering] = useState(false)
  const day = useQuery(queries.day.state.queryOptions())
  const item = day.data?.items.find(one => one.kind === 'writtenReply' && one.receptionId === receptionId)
  if (!day.data || item === undefined) return null
  return (
    <>
      <Button onClick={() => setAnswering(true)}>{answerWords('writtenReply')?.button}</Button>
      {answering && <AnswerDialog item={item} today={day.data.date} onClose={() => setAnswering(false)} />}
    </>
  )
}
