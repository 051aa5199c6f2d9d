import { type MeterReport, meterProcessorName, meterReportMs } from '../capture/meter-messages.ts'

/** Sums the energy of each channel of its only input; its output stays silent. */
class LevelMeter extends AudioWorkletProcessor {
  private sums: number[]
  private frames = 0

  constructor(options: { processorOptions: { readonly channels: number } }) {
    super(options)
    this.sums = Array.from({ length: options.processorOptions.channels }, () => 0)
  }

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const channels = inputs[0] ?? []
    for (const [index, samples] of channels.entries()) {
      let sum = 0
      // By index: this runs 375 times a second for each voice.
      for (let at = 0; at < samples.length; at += 1) sum += (samples[at] ?? 0) ** 2
      if (index < this.sums.length) this.sums[index] = (this.sums[index] ?? 0) + sum
    }
    // An unconnected input has no channels at all, yet its time passes.
    this.frames += channels[0]?.length ?? 128
    if (this.frames >= (sampleRate * meterReportMs) / 1000) {
      this.port.postMessage({ sums: this.sums, frames: this.frames } satisfies MeterReport)
      this.sums = this.sums.map(() => 0)
      this.frames = 0
    }
    return true
  }
}

registerProcessor(meterProcessorName, LevelMeter)
