import { describe, expect, test } from 'vitest'
import {
  buildGrabberArguments,
  buildGrabberMeterArguments,
  type GrabbedPicture,
  type GrabbedSound,
  muteCommand,
} from '../../../../shared/media/grabber-arguments.ts'

const pulse = (device: string): GrabbedSound => ({ kind: 'pulse', device })
const x11: GrabbedPicture = { kind: 'x11Window', display: ':7', windowId: 4_194_307 }
const onX11 = { picture: x11, citizen: pulse('speakers.monitor'), microphone: pulse('microphone') }

/** Arguments up to and with the nth `-i X`, one line each. */
const inputsOf = (built: readonly string[]): string[] =>
  built
    .slice(0, built.indexOf('-filter_complex'))
    .join(' ')
    .split('-thread_queue_size ')
    .slice(1)
    .map(input => input.trim())
const following = (built: readonly string[], option: string): string | undefined => built[built.indexOf(option) + 1]
const opening = '1024 -analyzeduration 0 -probesize 32'

describe('what is grabbed, by the system', () => {
  const pictures: readonly [string, GrabbedPicture, string][] = [
    ['a window of X', x11, '-f x11grab -framerate 15 -draw_mouse 0 -window_id 4194307 -i :7'],
    [
      'a window of Windows, by its title',
      { kind: 'gdiWindow', title: 'Яндекс Телемост' },
      '-use_wallclock_as_timestamps 1 -f gdigrab -framerate 15 -draw_mouse 0 -i title=Яндекс Телемост',
    ],
    [
      'a whole output of Windows, brought down from the graphics card',
      { kind: 'ddaScreen', output: 1 },
      '-use_wallclock_as_timestamps 1 -f lavfi -i ddagrab=output_idx=1:framerate=15:draw_mouse=0,hwdownload,format=bgra',
    ],
    [
      'a screen of macOS',
      { kind: 'avfScreen', index: 3 },
      '-use_wallclock_as_timestamps 1 -f avfoundation -framerate 15 -capture_cursor 0 -i 3:none',
    ],
  ]
  test.each(pictures)('%s', (_name, picture, expected) => {
    for (const build of [buildGrabberArguments, buildGrabberMeterArguments]) {
      expect(inputsOf(build({ ...onX11, picture }, { muted: false }))[0]).toBe(`${opening} ${expected}`)
    }
  })

  const sounds: readonly [GrabbedSound, string][] = [
    [pulse('speakers.monitor'), '-f pulse -fragment_size 9600 -i speakers.monitor'],
    [
      { kind: 'dshow', device: 'Микрофон (USB Audio)' },
      '-use_wallclock_as_timestamps 1 -f dshow -i audio=Микрофон (USB Audio)',
    ],
    [{ kind: 'avfoundation', device: '0' }, '-use_wallclock_as_timestamps 1 -f avfoundation -i none:0'],
  ]
  test.each(sounds)('$kind', (sound, expected) => {
    const inputs = inputsOf(
      buildGrabberArguments({ picture: x11, citizen: sound, microphone: sound }, { muted: false }),
    )
    expect(inputs.slice(1)).toEqual([`${opening} ${expected}`, `${opening} ${expected}`])
  })

  test('a title or a device is one argument, whatever stands in it', () => {
    const hostile = 'x" -f null - ; rm -rf ~ \n-y'
    const built = buildGrabberArguments(
      { ...onX11, picture: { kind: 'gdiWindow', title: hostile }, microphone: { kind: 'dshow', device: hostile } },
      { muted: false },
    )
    expect(built).toContain(`title=${hostile}`)
    expect(built).toContain(`audio=${hostile}`)
  })
})

describe('the recording', () => {
  const built = buildGrabberArguments(onX11, { muted: false })
  const graph = following(built, '-filter_complex') ?? ''

  test('goes to stdout as Matroska, each packet at once', () => {
    expect(built.slice(-2)).toEqual(['matroska', 'pipe:1'])
    expect(following(built, '-flush_packets')).toBe('1')
  })
  test('is encoded without look-ahead and with frequent key frames: a kill loses little', () => {
    expect(following(built, '-tune')).toBe('zerolatency')
    expect(Number(following(built, '-g')) / 15).toBeLessThanOrEqual(5)
    expect(Number(following(built, '-cluster_time_limit'))).toBeLessThanOrEqual(1_000)
  })
  test('all three inputs keep one clock and begin together', () => {
    expect(built).toContain('-copyts')
    expect(graph.match(/a?setpts=PTS-RTCSTART/g)).toHaveLength(3)
    expect(graph.match(/first_pts=0/g)).toHaveLength(2)
  })
  test('the citizen is the left channel, the specialist the right one', () => {
    expect(graph).toContain('[citizen][microphone]join=inputs=2:channel_layout=stereo')
  })
})

test('meters encode nothing and write no file', () => {
  const built = buildGrabberMeterArguments(onX11, { muted: false })
  expect(built.slice(-3)).toEqual(['-f', 'null', '-'])
  expect(built).not.toContain('-c:v')
})

test('a muted microphone begins muted, and is opened by a command to the running filter', () => {
  for (const build of [buildGrabberArguments, buildGrabberMeterArguments]) {
    expect(following(build(onX11, { muted: true }), '-filter_complex')).toContain(
      'volume@microphone=volume=0:eval=frame',
    )
  }
  expect(muteCommand(false)).toBe('cvolume@microphone -1 volume 1\n')
  expect(muteCommand(true)).toBe('cvolume@microphone -1 volume 0\n')
})
