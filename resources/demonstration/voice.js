// @ts-check
/** What the citizen is heard to say: a voice-like sound, a tone for measuring, or nothing. */

/** First two formants of а, о, и, у, э in Hz; the ear takes a change between them for speech. */
const vowels = [
  [730, 1090],
  [570, 840],
  [270, 2290],
  [300, 870],
  [530, 1840],
]
const phraseSeconds = 9

/**
 * @param {AudioContext} context
 * @param {'speech' | 'tone' | 'none'} sound
 * @param {string | null} voiceUrl a recorded voice served beside the room, in place of the synthetic one
 * @returns {Promise<AudioScheduledSourceNode | null>} connected to nothing yet, not started
 */
export async function makeVoice(context, sound, voiceUrl) {
  if (sound === 'none') return null
  if (sound === 'tone') return new OscillatorNode(context, { frequency: 440 })
  const buffer = voiceUrl === null ? babble(context.sampleRate) : await fetchVoice(context, voiceUrl)
  return new AudioBufferSourceNode(context, { buffer, loop: true })
}

/** @param {AudioContext} context @param {string} url */
async function fetchVoice(context, url) {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`The room's voice is not served: ${answer.status}`)
  return context.decodeAudioData(await answer.arrayBuffer())
}

/** Syllables of a buzzing larynx through two resonators, hissed consonants, words and pauses. @param {number} rate */
function babble(rate) {
  const buffer = new AudioBuffer({ length: rate * phraseSeconds, sampleRate: rate })
  const samples = buffer.getChannelData(0)
  const random = makeRandom(7)
  let at = Math.floor(rate * 0.2)
  while (at < samples.length - rate) {
    const syllables = 1 + Math.floor(random() * 4)
    for (let syllable = 0; syllable < syllables; syllable += 1) at = speakSyllable(samples, rate, at, random)
    at += Math.floor(rate * (0.12 + random() * (random() < 0.25 ? 1.1 : 0.2)))
  }
  return buffer
}

/** @param {Float32Array} samples @param {number} rate @param {number} start @param {() => number} random */
function speakSyllable(samples, rate, start, random) {
  const hiss = Math.floor(rate * (0.03 + random() * 0.04))
  for (let index = 0; index < hiss; index += 1) samples[start + index] = (random() * 2 - 1) * 0.08
  const length = Math.floor(rate * (0.11 + random() * 0.1))
  const [low = 500, high = 1500] = vowels[Math.floor(random() * vowels.length)] ?? []
  const pitch = 105 + random() * 45
  const first = makeResonator(low, 90, rate)
  const second = makeResonator(high, 120, rate)
  let phase = 0
  for (let index = 0; index < length && start + hiss + index < samples.length; index += 1) {
    phase += (pitch * (1 - (0.12 * index) / length)) / rate
    if (phase >= 1) phase -= 1
    const buzz = (1 - 2 * phase) * 0.5
    const envelope = Math.sin((Math.PI * index) / length) ** 0.6
    samples[start + hiss + index] = (first(buzz) + 0.6 * second(buzz)) * envelope * 0.35
  }
  return start + hiss + length
}

/** A two-pole resonator of unit gain at its peak. @param {number} hz @param {number} width @param {number} rate */
function makeResonator(hz, width, rate) {
  const radius = Math.exp((-Math.PI * width) / rate)
  const turn = 2 * radius * Math.cos((2 * Math.PI * hz) / rate)
  const gain = (1 - radius) * 4
  let one = 0
  let two = 0
  return (/** @type {number} */ input) => {
    const output = gain * input + turn * one - radius * radius * two
    two = one
    one = output
    return output
  }
}

/** The same sound at each start. @param {number} seed */
function makeRandom(seed) {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}
