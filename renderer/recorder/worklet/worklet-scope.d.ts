/** The part of AudioWorkletGlobalScope the meter needs; TypeScript ships no library for this runtime. */
interface WorkletPort {
  postMessage(message: unknown): void
}

declare class AudioWorkletProcessor {
  constructor(options?: unknown)
  readonly port: WorkletPort
}

declare function registerProcessor(
  name: string,
  processor: new (options: {
    processorOptions: { readonly channels: number }
  }) => AudioWorkletProcessor & { process(inputs: readonly (readonly Float32Array[])[]): boolean },
): void

declare const sampleRate: number
