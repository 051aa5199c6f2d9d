import { type RefObject, useEffect, useRef } from 'react'

/**
 * In the file the citizen is the left channel and the specialist the right one; for listening both go to both ears.
 * Answers a function to be called from a click: Chromium starts sound graphs only then.
 */
export function useBothEars(video: RefObject<HTMLVideoElement | null>): () => void {
  const graph = useRef<AudioContext | null>(null)
  useEffect(
    () => () => {
      void graph.current?.close()
      graph.current = null
    },
    [],
  )
  return () => {
    if (!video.current || graph.current) return
    const context = new AudioContext()
    const mono = new GainNode(context, {
      channelCount: 1,
      channelCountMode: 'explicit',
      channelInterpretation: 'speakers',
    })
    context.createMediaElementSource(video.current).connect(mono).connect(context.destination)
    graph.current = context
  }
}
