/** «по Кемерово»: the towns of Russia's time zones as people say the time by them, by IANA name. */
const places: Readonly<Record<string, string>> = {
  'Europe/Kaliningrad': 'Калининграду',
  'Europe/Moscow': 'Москве',
  'Europe/Simferopol': 'Симферополю',
  'Europe/Kirov': 'Кирову',
  'Europe/Volgograd': 'Волгограду',
  'Europe/Astrakhan': 'Астрахани',
  'Europe/Saratov': 'Саратову',
  'Europe/Ulyanovsk': 'Ульяновску',
  'Europe/Samara': 'Самаре',
  'Asia/Yekaterinburg': 'Екатеринбургу',
  'Asia/Omsk': 'Омску',
  'Asia/Novosibirsk': 'Новосибирску',
  'Asia/Barnaul': 'Барнаулу',
  'Asia/Tomsk': 'Томску',
  'Asia/Novokuznetsk': 'Кемерово',
  'Asia/Krasnoyarsk': 'Красноярску',
  'Asia/Irkutsk': 'Иркутску',
  'Asia/Chita': 'Чите',
  'Asia/Yakutsk': 'Якутску',
  'Asia/Vladivostok': 'Владивостоку',
  'Asia/Sakhalin': 'Южно-Сахалинску',
  'Asia/Magadan': 'Магадану',
  'Asia/Srednekolymsk': 'Среднеколымску',
  'Asia/Kamchatka': 'Петропавловску-Камчатскому',
  'Asia/Anadyr': 'Анадырю',
}

/** «по Кемерово»; of another zone «по местному времени». */
export const zonePlace = (timeZone: string): string => `по ${places[timeZone] ?? 'местному времени'}`
