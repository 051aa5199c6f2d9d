import type { RecorderView } from '../../../shared/contract/workplace.ts'
import { type Host, type HostText, textOn } from '../../../shared/desktop/host.ts'

type NotArmed = NonNullable<RecorderView['notArmedBecause']>

const texts: Readonly<Record<NotArmed, HostText>> = {
  noPage: 'Окно записи не открыто: без записи приём не начинается (п. 3.6).',
  noSources: {
    browser: 'В окне записи не выбрана вкладка с Телемостом.',
    desktop: 'Запись ещё не взяла комнату Телемоста.',
  },
  otherReception: {
    browser: 'В окне записи выбрана комната другого приёма: выберите вкладку этого приёма.',
    desktop: 'В записи комната другого приёма: откройте комнату этого приёма.',
  },
  pictureLost: {
    browser: 'Изображение Телемоста пропало: выберите вкладку в окне записи заново.',
    desktop: 'Изображение Телемоста пропало: откройте окно записи, комната возьмётся ещё раз.',
  },
  noCitizenSound: {
    browser: 'Вкладка Телемоста выбрана без звука: выберите её заново с отметкой «Также поделиться звуком».',
    desktop: 'Комната Телемоста взята без звука: откройте окно записи, она возьмётся ещё раз.',
  },
  noMicrophone: 'Запись не получает ваш микрофон: разрешите его в окне записи.',
  noRoom: 'На диске нет места для записи приёма: освободите место.',
}

/** Why the talk cannot be begun yet; null when the recorder is armed. */
export function notArmedText(recorder: RecorderView | null, host: Host): string | null {
  if (recorder?.armed) return null
  return textOn(host, texts[recorder?.notArmedBecause ?? 'noPage'])
}
