import { Group, Radio, TextInput } from '@mantine/core'
import type { Rejection } from '../../../shared/contract/rejections.ts'
import { residenceWords } from '../../../shared/rejections/annex-two.ts'
import { dativeName, type Gender } from '../../../shared/rejections/dative-name.ts'
import { DayField } from '../../ui/day-field.tsx'

interface PaperFieldsProps {
  rejection: Rejection
  draft: Rejection['draft']
  faults: Readonly<Record<string, string>>
  onChange: (part: Partial<Rejection['draft']>) => void
}

/** Whom the decision is addressed to and who signs it. */
export function PaperFields({ rejection, draft, faults, onChange }: PaperFieldsProps) {
  const { person } = rejection

  /** The name follows the gender as long as nobody has put it right by hand. */
  function choose(gender: Gender): void {
    const isSuggested = [null, 'male', 'female'].some(
      one => dativeName(person, one as Gender | null) === draft.citizenDative,
    )
    onChange({ gender, ...(isSuggested ? { citizenDative: dativeName(person, gender) } : {}) })
  }

  const text = (
    key: 'citizenDative' | 'address' | 'signatoryName' | 'executorName' | 'executorPhone',
    label: string,
    more: { description?: string; maxLength?: number; placeholder?: string } = {},
  ) => (
    <TextInput
      label={label}
      required
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      value={draft[key]}
      error={faults[`draft.${key}`]}
      onChange={event => onChange({ [key]: event.currentTarget.value })}
      {...more}
    />
  )
  return (
    <>
      {text('citizenDative', 'Ф.И.О. гражданина в дательном падеже', {
        description: 'Отклонить заявку… кому? Проверьте: фамилии склоняются по-разному.',
        maxLength: 300,
      })}
      <Radio.Group
        label={draft.gender === null ? 'По отчеству не определить: укажите' : 'Обращение'}
        required
        value={draft.gender}
        error={faults['draft.gender']}
        onChange={value => choose(value === 'female' ? 'female' : 'male')}
      >
        <Group gap="lg" mt={4}>
          <Radio value="male" label={residenceWords.male} />
          <Radio value="female" label={residenceWords.female} />
        </Group>
      </Radio.Group>
      {text('address', 'Адрес', { maxLength: 500 })}
      {text('signatoryName', 'Подписывает (руководитель или уполномоченное лицо)')}
      <Group grow align="flex-start">
        {text('executorName', 'Исполнитель')}
        {text('executorPhone', 'Номер телефона', { maxLength: 50, placeholder: '8 (384-2) 00-00-00' })}
      </Group>
      <DayField
        label="Дата решения"
        description="Пусто: дату поставят от руки при подписании."
        clearable
        clearButtonProps={{ 'aria-label': 'Оставить дату пустой' }}
        value={draft.decidedOn}
        error={faults['draft.decidedOn']}
        onChange={decidedOn => onChange({ decidedOn })}
      />
    </>
  )
}
