/** Zones of Russia by IANA name with the words people use; the body's zone is named in every notice. */
export const timeZones: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'Asia/Novokuznetsk', label: 'Кемерово, Новокузнецк (МСК+4)' },
  { value: 'Europe/Kaliningrad', label: 'Калининград (МСК−1)' },
  { value: 'Europe/Moscow', label: 'Москва (МСК)' },
  { value: 'Europe/Samara', label: 'Самара (МСК+1)' },
  { value: 'Asia/Yekaterinburg', label: 'Екатеринбург (МСК+2)' },
  { value: 'Asia/Omsk', label: 'Омск (МСК+3)' },
  { value: 'Asia/Novosibirsk', label: 'Новосибирск (МСК+4)' },
  { value: 'Asia/Krasnoyarsk', label: 'Красноярск (МСК+4)' },
  { value: 'Asia/Irkutsk', label: 'Иркутск (МСК+5)' },
  { value: 'Asia/Yakutsk', label: 'Якутск (МСК+6)' },
  { value: 'Asia/Vladivostok', label: 'Владивосток (МСК+7)' },
  { value: 'Asia/Magadan', label: 'Магадан (МСК+8)' },
  { value: 'Asia/Kamchatka', label: 'Петропавловск-Камчатский (МСК+9)' },
]

/** The product was made for the bodies of Kuzbass. */
export const defaultTimeZone = 'Asia/Novokuznetsk'
