import type { ExportFormat, ExportPurpose } from '../../../shared/contract/journal-export.ts'

export const purposeWords: Readonly<Record<ExportPurpose, string>> = {
  control: 'Контроль за проведением приёма (п. 3.14)',
  report: 'Отчётность органа',
  inspection: 'Проверка вышестоящего или надзорного органа',
  request: 'Запрос суда, прокуратуры, следствия',
  archive: 'Передача в архив',
  other: 'Иное',
}

export const formatWords: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'XLSX (таблица)',
  docx: 'DOCX (Word)',
  pdf: 'PDF (для печати)',
}
