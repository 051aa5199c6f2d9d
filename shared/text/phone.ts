const russian = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/

/** A phone as it is read aloud and dialled: «+79000000012» → «+7 900 000-00-12»; another one as it stands. */
export const phoneText = (phone: string): string => phone.replace(russian, '+7 $1 $2-$3-$4')
