import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openDesk } from '../fixtures/desk.ts'
import { setUpWorkplace, signInAs, type staff } from '../fixtures/people.ts'
import { startSmtp } from '../fixtures/smtp/smtp-fixture.ts'
import { applicationScenes, goesOn, type Scenes } from './application-scenes.ts'
import { fillApplications, fillLetters, fillOutbox, fillRights, fillSettings } from './application-states.ts'

/**
 * Takes pictures of the way from a letter to a reception, at 1366×768 light and dark and at 1920×1080, for whoever
 * looks the screens over: `node tests/demo/take-application-pictures.ts DIR [SCENE…]`. The guide's are among them.
 * A scene that fails is told and pictured as it stands; the others go on.
 */
const out = resolve(process.argv[2] ?? 'pictures')
const wanted = process.argv.slice(3)
await mkdir(out, { recursive: true })

const smtp = await startSmtp()
smtp.behaviour.recipient = address =>
  address.startsWith('nobody') ? { code: 550, text: `5.1.1 <${address}> user unknown` } : undefined
const desk = await openDesk()
const { page } = desk
page.setDefaultTimeout(6000)
const client = await desk.client()
const { empty, filled, ofAdministrator, ofTechnician } = applicationScenes(page)

async function picture(name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  for (const [width, height, scheme] of [
    [1920, 1080, 'light'],
    [1366, 768, 'dark'],
    [1366, 768, 'light'],
  ] as const) {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: scheme })
    await page.setViewportSize({ width, height })
    // Colours change over some frames: what is half-way there has not the contrast it will have.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(resolve => requestAnimationFrame(resolve))
      const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
      await Promise.all(ending.map(animation => animation.finished.catch(() => undefined)))
    })
    const dark = scheme === 'dark' ? '-dark' : ''
    await page.screenshot({ path: join(out, `${name}-${width}${dark}.png`), animations: 'disabled' })
  }
}

async function as(role: keyof typeof staff): Promise<void> {
  await signInAs(client, role)
  await page.goto(new URL('/', page.url()).href)
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
}

async function take(scenes: Scenes): Promise<void> {
  for (const [name, set] of Object.entries(scenes)) {
    if (wanted.length > 0 && !wanted.some(word => name.startsWith(word))) continue
    try {
      if (!goesOn(name)) await page.goto(new URL('/', page.url()).href)
      await set()
      await picture(name)
    } catch (error) {
      console.error(name, String(error).split('\n').slice(0, 3).join(' '))
      await picture(`failed-${name}`)
    }
  }
}

try {
  await setUpWorkplace(client)
  await page.reload()
  await take(empty)
  await fillSettings(client, smtp)
  const repeated = await fillApplications(desk, client)
  await fillLetters(desk)
  await fillOutbox(desk, client, smtp)
  await fillRights(client, repeated)
  await as('specialist')
  await take(filled)
  await as('administrator')
  await take(ofAdministrator)
  await as('technician')
  await take(ofTechnician)
  for (const complaint of desk.complaints) console.error('complaint', complaint)
} finally {
  client.close()
  await desk.close()
  await smtp.stop()
}
