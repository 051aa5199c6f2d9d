import { readFile } from 'node:fs/promises'
import type { Session } from '../../shared/contract/accounts.ts'
import type { MadePaper, TemplateState } from '../../shared/contract/rejections.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import { type AnnexTwoFields, annexTwoTags } from '../../shared/rejections/annex-two.ts'
import { annexTwoPage } from '../documents/annex-two-page.ts'
import { fillTemplate, type TemplateFault, templateFault } from '../documents/fill-template.ts'
import { mediaTypes } from '../documents/media-types.ts'
import type { TemplateStore } from '../documents/template-store.ts'

const kind = 'annex2'

/** Annex 2 as Word and PDF, and the template behind the former. */
export interface AnnexTwoPapers {
  /** DOCX by the body's own template where it has one. */
  docx(fields: AnnexTwoFields): Promise<Buffer>
  /** Always in the form of the order. Rejects where the host cannot print. */
  pdf(fields: AnnexTwoFields): Promise<Buffer>
  state(): Reply<TemplateState>
  file(): Promise<Reply<MadePaper>>
  replace(who: Session, file: { name: string; base64: string }): Promise<Reply<TemplateState>>
  restore(who: Session): Reply<TemplateState>
}

export interface AnnexTwoPapersDeps {
  readonly templates: TemplateStore
  /** resources/documents/annex-2.docx */
  readonly templatePath: string
  readonly printPage: (html: string) => Promise<Buffer>
  readonly accountName: (accountId: string) => string
}

const meanings: Readonly<Record<keyof AnnexTwoFields, string>> = {
  citizen: 'Ф.И.О. гражданина в дательном падеже',
  residence: '«проживающему» или «проживающей»',
  address: 'адрес',
  ground: 'основание с пояснением',
  signatory: 'Ф.И.О. руководителя или уполномоченного лица',
  executor: 'Ф.И.О. исполнителя',
  phone: 'номер телефона исполнителя',
  date: 'дата решения',
}
const keys = Object.keys(annexTwoTags) as (keyof AnnexTwoFields)[]
const tags = keys.map(key => annexTwoTags[key])

export function makeAnnexTwoPapers(deps: AnnexTwoPapersDeps): AnnexTwoPapers {
  const { templates, templatePath } = deps
  const template = async (): Promise<Buffer> => templates.own(kind)?.content ?? (await readFile(templatePath))

  function state(): Reply<TemplateState> {
    const own = templates.own(kind)
    return done({
      own: own ? { byName: deps.accountName(own.authorId), at: own.at } : null,
      tags: keys.map(key => ({ tag: `{${annexTwoTags[key]}}`, meaning: meanings[key] })),
    })
  }

  return {
    docx: async fields =>
      fillTemplate(await template(), Object.fromEntries(keys.map(key => [annexTwoTags[key], fields[key]]))),
    pdf: fields => deps.printPage(annexTwoPage(fields)),
    state,
    file: async () =>
      done({
        name: 'Шаблон решения об отклонении.docx',
        mediaType: mediaTypes.docx,
        base64: (await template()).toString('base64'),
      }),
    async replace(who, { base64 }) {
      const content = Buffer.from(base64, 'base64')
      const fault = await templateFault(content, tags)
      if (fault) return refused('badInput', faultText(fault))
      templates.replace(kind, content, who.account.id)
      return state()
    },
    restore(who) {
      if (templates.own(kind)) templates.replace(kind, null, who.account.id)
      return state()
    },
  }
}

function faultText(fault: TemplateFault): string {
  switch (fault.kind) {
    case 'tooBig':
      return 'Файл слишком большой для шаблона (больше 5 МБ). Прежний шаблон остался.'
    case 'notWord':
      return 'Это не документ Word (.docx), или в нём не закрыта фигурная скобка поля. Прежний шаблон остался.'
    case 'tags': {
      const named = (names: readonly string[]) => names.map(name => `{${name}}`).join(', ')
      const missing = fault.missing.length === 0 ? '' : ` Нет полей: ${named(fault.missing)}.`
      const unknown = fault.unknown.length === 0 ? '' : ` Неизвестные поля: ${named(fault.unknown)}.`
      return `Шаблон не принят.${missing}${unknown} Прежний шаблон остался.`
    }
    default:
      return fault satisfies never
  }
}
