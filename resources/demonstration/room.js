// @ts-check
/**
 * The stand-in for a Telemost room. `?mode=lively|still` · `?sound=speech|tone|none` · `?voice=voice.wav` (a recorded
 * voice served beside) · `?autostart` (where the browser allows sound without a click). In `still` nothing in the
 * picture changes until «Обновить картинку» is pressed.
 */
import { connectCall } from './call.js'
import { drawCitizen } from './citizen.js'
import { drawSceneClock } from './scene-clock.js'
import { makeVoice } from './voice.js'

const options = new URLSearchParams(location.search)
const isStill = options.get('mode') === 'still'
const sound = /** @type {'speech' | 'tone' | 'none'} */ (options.get('sound') ?? 'speech')
const frameMs = 40

const citizen = canvasContext('citizen')
const clock = canvasContext('clock')
const millis = element('millis')
const heard = element('heard')
const level = element('level')
const enter = element('enter')
/** @type {AnalyserNode | null} */ let citizenLevel = null
/** @type {AnalyserNode | null} */ let specialistLevel = null

function drawScene() {
  const atMs = Date.now()
  drawSceneClock(clock, atMs)
  millis.textContent = String(atMs)
  drawCitizen(citizen, atMs, Math.min(1, loudnessOf(citizenLevel) * 6))
  const loudness = loudnessOf(specialistLevel)
  level.style.transform = `scaleX(${Math.min(1, loudness * 5)})`
  heard.textContent = loudness > 0.005 ? 'вас слышно' : 'вас не слышно'
}

/** @param {AnalyserNode | null} analyser @returns {number} root mean square */
function loudnessOf(analyser) {
  if (analyser === null) return 0
  const samples = new Float32Array(analyser.fftSize)
  analyser.getFloatTimeDomainData(samples)
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
}

async function enterCall() {
  enter.hidden = true
  const context = new AudioContext()
  const specialist = await openMicrophone()
  const outlet = context.createMediaStreamDestination()
  const voice = await makeVoice(context, sound, options.get('voice'))
  voice?.connect(new GainNode(context, { gain: 0.5 })).connect(outlet)
  const { fromCitizen, fromSpecialist } = await connectCall(outlet.stream, specialist)

  const speaker = document.createElement('audio')
  speaker.srcObject = fromCitizen
  citizenLevel = listen(context, fromCitizen)
  if (fromSpecialist !== null) {
    // Chromium delivers a remote stream to Web Audio only while an element plays it as well.
    const silent = document.createElement('audio')
    silent.muted = true
    silent.srcObject = fromSpecialist
    await silent.play()
    specialistLevel = listen(context, fromSpecialist)
  }
  await Promise.all([context.resume(), speaker.play()])
  voice?.start()
}

async function openMicrophone() {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true })
  } catch {
    heard.textContent = 'микрофон недоступен'
    return null
  }
}

/** @param {AudioContext} context @param {MediaStream} stream */
function listen(context, stream) {
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  return analyser
}

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`room.html lacks #${id}`)
  return found
}

/** @param {string} id */
function canvasContext(id) {
  const context = /** @type {HTMLCanvasElement} */ (element(id)).getContext('2d')
  if (context === null) throw new Error('no 2d context')
  return context
}

/** 25 pictures a second on average, whatever the screen's own rate. @param {number} dueMs */
function animate(dueMs) {
  requestAnimationFrame(nowMs => {
    if (nowMs >= dueMs) drawScene()
    animate(nowMs >= dueMs ? Math.max(dueMs + frameMs, nowMs - frameMs) : dueMs)
  })
}

enter.onclick = () => void enterCall()
// A press before this line would have been lost.
enter.removeAttribute('disabled')
element('refresh').onclick = drawScene
element('refresh').hidden = !isStill
if (options.has('autostart')) void enterCall()
drawScene()
if (!isStill) animate(0)
