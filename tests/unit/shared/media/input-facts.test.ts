import { expect, test } from 'vitest'
import { readInputFacts } from '../../../../shared/media/input-facts.ts'

/** As ffmpeg 5.1 prints it. */
const mp4 = `Input #0, mov,mp4,m4a,3gp,3g2,mj2, from '/x/upload':
  Metadata:
    major_brand     : isom
    creation_time   : 2026-11-20T02:00:00.000000Z
  Duration: 00:14:52.31, start: 0.000000, bitrate: 1120 kb/s
  Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p, 1280x720, 25 fps (default)
    Metadata:
      creation_time   : 2026-11-20T02:00:01.000000Z
  Stream #0:1[0x2](und): Audio: aac (LC) (mp4a / 0x6134706D), 48000 Hz, stereo, fltp, 128 kb/s (default)
At least one output file must be specified`

test('an MP4 with its date', () => {
  expect(readInputFacts(mp4)).toEqual({
    durationMs: 892_310,
    madeAt: '2026-11-20T02:00:00.000Z',
    videoCodec: 'h264',
    audioCodec: 'aac',
  })
})

test('a live WebM says neither how long nor when', () => {
  const webm = `Input #0, matroska,webm, from '/x/upload':
  Duration: N/A, start: 0.000000, bitrate: N/A
  Stream #0:0: Video: vp9 (Profile 0), yuv420p(tv), 1280x720
  Stream #0:1(eng): Audio: opus, 48000 Hz, stereo, fltp`
  expect(readInputFacts(webm)).toEqual({ durationMs: null, madeAt: null, videoCodec: 'vp9', audioCodec: 'opus' })
})

test('a song with its cover is no film, and the zero of a clock is no date', () => {
  const song = `  Metadata:
    creation_time   : 1970-01-01T00:00:00.000000Z
  Stream #0:0: Audio: aac (LC), 44100 Hz
  Stream #0:1: Video: mjpeg (Baseline), yuvj420p, 600x600 (attached pic)`
  expect(readInputFacts(song)).toMatchObject({ videoCodec: null, audioCodec: 'aac', madeAt: null })
})

test('what ffmpeg cannot open has no streams', () => {
  expect(readInputFacts('/x/upload: Invalid data found when processing input')).toEqual({
    durationMs: null,
    madeAt: null,
    videoCodec: null,
    audioCodec: null,
  })
})
