/**
 * How the picture and the two voices are encoded and handed over. Chosen from measurements: at 96 kbit/s Opus keeps
 * the two channels apart (below 32 kbit/s it silently becomes mono); a 500 ms slice with a picture repeated after
 * 200 ms of stillness keeps what a kill can lose under a second.
 */
export const recorderSettings = {
  /** The largest picture; one of another shape is as large as fits. */
  widthPixels: 1280,
  heightPixels: 720,
  /** Every picture costs its capture and its encoding: 25 of them cost 1.7 times as much (0039). */
  framesPerSecond: 15,
  /** While nothing is encoded the room is only looked at, a picture at a time; between two looks nothing is captured. */
  armedLookMs: 400,
  videoBitsPerSecond: 1_000_000,
  audioBitsPerSecond: 96_000,
  audioSampleRateHz: 48_000,
  keyFrameIntervalMs: 2_000,
  chunkMs: 500,
  /** A still picture is repeated after this long, or Chromium's muxer holds the sound back. */
  stillRepeatMs: 200,
  /** Without a source for this long the pump draws «Нет изображения». */
  noPictureAfterMs: 3_000,
  /** What the page holds unacknowledged before it alarms. */
  heldLimitBytes: 64 * 1024 * 1024,
  /** In order of preference; the codec really used is what `recorder.mimeType` says. */
  mimeTypes: ['video/webm;codecs=vp9,opus', 'video/webm;codecs=vp8,opus'],
  /** A meters-and-condition report leaves the page this often. */
  statusMs: 500,
} as const
export type RecorderSettings = typeof recorderSettings

/** When the waiting desk says that a voice is heard in the room: never more than a hint. */
export const voiceSettings = {
  /** Louder than this somebody speaks, dBFS. */
  audibleDb: -45,
  /** For so long, pauses between words included. */
  heardMs: 2_000,
  /** Silence of this length ends a stretch that is still too short. */
  pauseMs: 1_000,
  /** A voice once heard stays said so long after its last word. */
  shownMs: 10_000,
} as const
