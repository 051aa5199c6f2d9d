/** The name a sealed film may have in its papers: the recording's id and one of our endings, nothing of a path. */
const pattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?:mkv|webm|mp4)$/

/** Tells whether a paper may name this file as the film of this recording. */
export const isSealedFileName = (name: string, recordingId: string): boolean => pattern.exec(name)?.[1] === recordingId
