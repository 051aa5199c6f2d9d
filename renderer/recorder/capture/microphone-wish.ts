/** Which microphone, and how it is worn. */
export interface MicrophoneWish {
  /** Empty = the default microphone. */
  readonly deviceId: string
  /** With headphones there is no echo, and cancelling it would only spoil the voice. */
  readonly hasHeadphones: boolean
}
