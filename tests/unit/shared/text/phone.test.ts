import { expect, test } from 'vitest'
import { phoneText } from '../../../../shared/text/phone.ts'

test.each([
  ['+79000000012', '+7 900 000-00-12'],
  ['+7 900 000-00-12', '+7 900 000-00-12'],
  ['+375290000000', '+375290000000'],
  ['36-04-14', '36-04-14'],
  ['', ''],
])('%s is shown as %s', (phone, shown) => expect(phoneText(phone)).toBe(shown))
