/** «12 345 678 901» → in fours as they are dictated: «1234 5678 9012 34»; other signs are left out. */
export const groupedDigits = (number: string): string =>
  number.replaceAll(/\D/g, '').replaceAll(/(\d{4})(?=\d)/g, '$1 ')
