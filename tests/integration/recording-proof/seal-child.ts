/** Seals the folder named on the command line in a process of its own, so that a test can kill it. */
import { sealRecording } from '../../../electron/recording/proof/seal.ts'
import { SlipThresholds } from '../../../shared/recording/slip.ts'

const [directory = '', ffmpegPath = '', thresholds = ''] = process.argv.slice(2)
process.stdout.write('ready\n')
await sealRecording({
  directory,
  ffmpegPath,
  thresholds: SlipThresholds.parse(JSON.parse(thresholds)),
  now: () => Date.now(),
  onProgress: ({ step }) => process.stdout.write(`${step}\n`),
})
process.stdout.write('sealed\n')
