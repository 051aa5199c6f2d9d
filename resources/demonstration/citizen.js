// @ts-check
/** Draws a talking person: head that sways, mouth that follows the voice, eyes that blink, leaves behind a window. */

/** @param {CanvasRenderingContext2D} context @param {number} timeMs @param {number} loudness 0 … 1 */
export function drawCitizen(context, timeMs, loudness) {
  const { width, height } = context.canvas
  drawRoom(context, timeMs)
  const sway = Math.sin(timeMs / 900) * 14
  const nod = Math.sin(timeMs / 620) * 6
  const x = width / 2 + sway
  const y = height * 0.44 + nod

  context.fillStyle = '#3d5a80'
  ellipse(context, width / 2 + sway * 0.4, height * 1.05, 260, 200)
  context.fillStyle = '#e0ac8c'
  context.fillRect(x - 42, y + 110, 84, 90)
  ellipse(context, x, y, 118, 150)
  context.fillStyle = '#4a3728'
  ellipse(context, x, y - 110, 124, 66)

  const isBlinking = timeMs % 3700 < 140
  context.fillStyle = '#fff'
  for (const side of [-1, 1]) ellipse(context, x + side * 44, y - 14, 19, isBlinking ? 2 : 11)
  context.fillStyle = '#2b2118'
  if (!isBlinking) for (const side of [-1, 1]) ellipse(context, x + side * 44 + sway / 4, y - 14, 8, 9)
  context.fillStyle = '#c98f70'
  ellipse(context, x, y + 24, 13, 20)
  context.fillStyle = '#8c3f3a'
  ellipse(context, x, y + 78, 38, 5 + 26 * loudness)
}

/** @param {CanvasRenderingContext2D} context @param {number} timeMs */
function drawRoom(context, timeMs) {
  const { width, height } = context.canvas
  context.fillStyle = '#b9c4c9'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#8fc1e3'
  context.fillRect(40, 40, 230, 260)
  for (let leaf = 0; leaf < 26; leaf += 1) {
    context.fillStyle = `hsl(${95 + (leaf % 5) * 9} 42% ${32 + (leaf % 4) * 7}%)`
    const swing = Math.sin(timeMs / 500 + leaf * 1.7) * 7
    ellipse(context, 60 + ((leaf * 67) % 190) + swing, 150 + ((leaf * 41) % 130) + swing / 2, 20, 12)
  }
  context.strokeStyle = '#f5f5f0'
  context.lineWidth = 10
  context.strokeRect(40, 40, 230, 260)
  context.fillStyle = '#7a5c45'
  context.fillRect(width - 250, 60, 200, 18)
  for (let book = 0; book < 8; book += 1) {
    context.fillStyle = `hsl(${(book * 47) % 360} 35% 45%)`
    context.fillRect(width - 244 + book * 24, 78 + (book % 3) * 8, 20, 110 - (book % 3) * 8)
  }
  context.fillStyle = '#7a5c45'
  context.fillRect(width - 250, 188, 200, 18)
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} a @param {number} b */
function ellipse(context, x, y, a, b) {
  context.beginPath()
  context.ellipse(x, y, a, b, 0, 0, Math.PI * 2)
  context.fill()
}
