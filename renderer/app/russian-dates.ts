import dayjs from 'dayjs'
import 'dayjs/locale/ru'
import customParseFormat from 'dayjs/plugin/customParseFormat'

/** Mantine's date fields speak through dayjs: Russian months, ДД.ММ.ГГГГ typed by hand. */
export function speakRussianDates(): void {
  dayjs.extend(customParseFormat)
  dayjs.locale('ru')
}
