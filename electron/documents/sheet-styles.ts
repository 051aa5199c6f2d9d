/** How a cell may look; the numbers are places in the list of formats below. */
export const looks = {
  plain: 0,
  heading: 1,
  title: 2,
  subtitle: 3,
  printedHeading: 4,
  printedNumber: 5,
  printed: 6,
} as const

/** The attribute of a cell; the usual look needs none. */
export const styleOf = (look: number): string => (look === looks.plain ? '' : ` s="${look}"`)

const serif = '<sz val="10"/><name val="Liberation Serif"/><family val="1"/>'
const fonts = ['<font/>', '<font><b/></font>', `<font>${serif}</font>`, `<font><b/>${serif}</font>`]
const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`
const borders = ['<border/>', `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border>`]
const format = (font: number, border: number, alignment: string) =>
  `<xf fontId="${font}" borderId="${border}" applyFont="1" applyBorder="1"${alignment === '' ? '/>' : ` applyAlignment="1"><alignment ${alignment}/></xf>`}`

const formats = [
  '<xf/>',
  format(1, 0, ''),
  format(3, 0, 'horizontal="center"'),
  format(2, 0, 'horizontal="center"'),
  format(3, 1, 'horizontal="center" vertical="center" wrapText="1"'),
  format(2, 1, 'horizontal="center"'),
  format(2, 1, 'horizontal="left" vertical="top" wrapText="1"'),
]

/** xl/styles.xml, without its first line. */
export const lookStyles = (namespace: string): string =>
  `<styleSheet xmlns="${namespace}"><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="1"><fill/></fills><borders count="${borders.length}">${borders.join('')}</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs></styleSheet>`
