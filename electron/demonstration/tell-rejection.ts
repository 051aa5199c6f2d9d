import type { RegistrationFields } from '../../shared/applications/registration-fields.ts'
import { dativeName, genderOf } from '../../shared/rejections/dative-name.ts'
import { groundWords, type RejectionGround } from '../../shared/rejections/ground.ts'
import { localDate } from '../../shared/text/date-time.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { PlannedApplication, PlannedRejection } from './plan.ts'
import { signedScan } from './signed-scan.ts'
import type { Act, Story } from './story.ts'
import type { Cast } from './tell-reception.ts'

const minuteMs = 60_000

const reasoning: Readonly<Record<RejectionGround, string>> = {
  competence: 'Вопрос относится к компетенции управляющей организации.',
  abuse: 'Заявка содержит оскорбительные выражения в адрес специалиста.',
  unclear: 'Из текста заявки нельзя установить, по какому вопросу просят принять.',
  repeat: 'Ответ по существу дан ранее, новых доводов в заявке нет.',
}

/** An application that came and about which nothing is decided yet; answers its act, and its id once it is told. */
export function actOfRegistration(story: Story, planned: PlannedApplication, { session }: Cast) {
  let applicationId = ''
  const act: Act = {
    atMs: Date.parse(planned.registeredAt),
    tell() {
      const registered = story.register(session, { letterId: null, fields: registrationOf(planned), appointment: null })
      if (!registered.ok) throw new Error(`a made-up application is refused: ${registered.fault.hint}`)
      applicationId = registered.value.applicationId
    },
  }
  return { act, applicationId: () => applicationId }
}

/** A rejection with its papers (п. 2.7): draft, signature of the head, handed over within the term. */
export function actsOfRejection(story: Story, planned: PlannedRejection, cast: Cast): readonly Act[] {
  const { rejections, days, timeZone } = story
  const { session, head } = cast
  const { account } = session
  const { act, applicationId } = actOfRegistration(story, planned, cast)
  const { ground, fields } = planned
  const decidedOn = localDate(planned.signedAt, timeZone)
  const gender = genderOf(fields.patronymic) ?? 'female'
  const signedMs = Date.parse(planned.signedAt)
  const by = account.id

  function draft(): void {
    const content = {
      ...{ grounds: [ground], reasoning: reasoning[ground], earlierId: null },
      earlierWritten: ground === 'repeat' ? 'письменный ответ № 01-22/415' : '',
      ...{ citizenDative: dativeName(fields, gender), gender },
      ...{ address: fields.address, signatoryName: head.fullName, executorName: account.fullName },
      ...{ executorPhone: '+7 3842 00-00-00', decidedOn },
    }
    rejections.saveDraft({
      ...{ applicationId: applicationId(), draft: content, quote: null, state: 'toSign', authorId: by },
    })
    if (ground === 'abuse') rejections.tellHead(applicationId(), by)
  }

  function sign(): void {
    const content = signedScan(decidedOn)
    const name = `Решение об отклонении от ${decidedOn}.pdf`
    rejections.sign({
      ...{ applicationId: applicationId(), kind: 'scan', decidedOn, decidedAt: planned.signedAt, authorId: by },
      files: [{ role: 'decision', name, mediaType: 'application/pdf', content }],
    })
    if (ground !== 'abuse') return
    const note = `${groundWords.abuse.title}: рассмотрено, обращение в полицию не требуется`
    days.answer({ kind: 'abuseReported', subjectId: applicationId(), note, authorId: head.id })
  }

  function give(): void {
    const note = `Вручено лично, принял ${shortName(account.fullName)}`
    const givenOn = localDate(planned.givenAt, timeZone)
    rejections.giveOtherwise({ applicationId: applicationId(), note, givenOn, authorId: by })
  }

  return [
    act,
    { atMs: signedMs - 90 * minuteMs, tell: draft },
    { atMs: signedMs, tell: sign },
    { atMs: Date.parse(planned.givenAt), tell: give },
  ]
}

function registrationOf({ fields }: PlannedApplication): RegistrationFields {
  const { identityDocument: paper, patronymic, email, ...rest } = fields
  return {
    ...rest,
    ...{ patronymic: patronymic ?? '', email: email ?? '', formSubmittedAt: null },
    ...{ documentKind: paper?.kind ?? '', documentSeries: paper?.series ?? '', documentNumber: paper?.number ?? '' },
    ...{ documentIssuedBy: paper?.issuedBy ?? '', documentIssuedOn: paper?.issuedOn ?? null },
  }
}
