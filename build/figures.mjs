/**
 * The text with these figures between the marks of their bench; at its end where there are none yet.
 * @param {string} text
 * @param {string} name
 * @param {string} figures
 */
export function withFigures(text, name, figures) {
  const [opening, closing] = [`<!-- npm run bench -- ${name} -->`, `<!-- /${name} -->`]
  const block = `${opening}\n${figures}\n${closing}`
  const from = text.indexOf(opening)
  const to = text.indexOf(closing)
  if (from < 0 || to < from) return `${text.trimEnd()}\n\n## \`npm run bench -- ${name}\`\n${block}\n`
  return `${text.slice(0, from)}${block}${text.slice(to + closing.length)}`
}
