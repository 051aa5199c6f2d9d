import { expect, test } from 'vitest'
import { mesonList, workerNinja } from '../../../build/sfu/worker-ninja.mjs'

const workerMeson = `cpp_args = [
  '-DA',
]
common_sources = [
  'src/lib.cpp',
  'src/RTC/Router.cpp',
]
`
const webrtcMeson = `libwebrtc_sources = [
  'libwebrtc/a.cc', # said here
]
`

test('the sources a meson file lists', () => {
  expect(mesonList(workerMeson, 'common_sources')).toEqual(['src/lib.cpp', 'src/RTC/Router.cpp'])
  expect(() => mesonList(workerMeson, 'sources')).toThrow('no list sources')
})

test('each source is compiled once, all of them linked', () => {
  const ninja = workerNinja({ worker: '/w', workerMeson, webrtcMeson, cflags: '-DX', libs: '-luv' })
  expect(ninja.match(/^build .*: compile .*$/gm)).toEqual([
    'build src_lib.cpp.o: compile /w/src/lib.cpp',
    'build src_RTC_Router.cpp.o: compile /w/src/RTC/Router.cpp',
    'build src_main.cpp.o: compile /w/src/main.cpp',
    'build deps_libwebrtc_libwebrtc_a.cc.o: compile /w/deps/libwebrtc/libwebrtc/a.cc',
  ])
  expect(ninja).toContain(
    'build mediasoup-worker: link src_lib.cpp.o src_RTC_Router.cpp.o src_main.cpp.o deps_libwebrtc_libwebrtc_a.cc.o',
  )
  expect(ninja).toMatch(/g\+\+ .*-I\/w\/include .*-DX -MD/)
})
