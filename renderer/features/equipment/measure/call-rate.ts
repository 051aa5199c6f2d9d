/** Pictures a second a camera and a connection are tried with: those of a call, not the fewer of its recording. */
export const callFramesPerSecond = 25
