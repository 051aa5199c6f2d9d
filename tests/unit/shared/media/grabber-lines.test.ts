import { expect, test } from 'vitest'
import { type GrabberLine, readGrabberLine } from '../../../../shared/media/grabber-lines.ts'

const other: GrabberLine = { kind: 'other' }

test.each<[string, GrabberLine]>([
  ['lavfi.astats.1.RMS_level=-21.073750', { kind: 'level', channel: 'citizen', levelDb: -21.07375 }],
  ['lavfi.astats.2.RMS_level=-35.5', { kind: 'level', channel: 'specialist', levelDb: -35.5 }],
  ['lavfi.astats.2.RMS_level=-inf', { kind: 'level', channel: 'specialist', levelDb: -120 }],
  ['lavfi.astats.1.RMS_level=nan', { kind: 'level', channel: 'citizen', levelDb: -120 }],
  ['lavfi.astats.1.RMS_level=-140', { kind: 'level', channel: 'citizen', levelDb: -120 }],
  ['lavfi.astats.3.RMS_level=-20', other],
  ['lavfi.astats.Overall.RMS_level=-20', other],
  ['frame=118', { kind: 'frames', frames: 118 }],
  ['frame=   26 fps= 26 q=-0.0 size=N/A', other],
  ['dup_frames=4', { kind: 'repeated', frames: 4 }],
  ['drop_frames=0', { kind: 'dropped', frames: 0 }],
  ['speed=1.01x', other],
  ['x11grab: Cannot get the image data', other],
  ['', other],
])('«%s»', (line, expected) => expect(readGrabberLine(line)).toEqual(expected))
