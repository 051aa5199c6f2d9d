const units = ['Б', 'КБ', 'МБ', 'ГБ', 'ТБ'] as const
const step = 1024

/** «430 МБ», «1,2 ГБ»: below ten one digit after the comma. */
export function byteSizeText(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= step && unit < units.length - 1) {
    size /= step
    unit += 1
  }
  const digits = unit > 0 && size < 10 ? 1 : 0
  return `${size.toLocaleString('ru', { maximumFractionDigits: digits })} ${units[unit]}`
}
