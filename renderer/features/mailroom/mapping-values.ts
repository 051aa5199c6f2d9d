import { FieldName, type MappingProfile } from '../../../shared/letters/letter-reading.ts'

type Labels = MappingProfile['labels']

/** Labels as they stand in the form: «Ваша фамилия; Фам.». */
export const labelTexts = (labels: Labels): Record<FieldName, string> =>
  Object.fromEntries(FieldName.options.map(name => [name, labels[name]?.join('; ') ?? ''])) as Record<FieldName, string>

/** Fields without a label of their own are left out. */
export const labelsOf = (texts: Readonly<Record<FieldName, string>>): Labels =>
  Object.fromEntries(
    FieldName.options
      .map(
        name =>
          [
            name,
            texts[name]
              .split(';')
              .map(label => label.trim())
              .filter(label => label !== ''),
          ] as const,
      )
      .filter(([, labels]) => labels.length > 0),
  )
