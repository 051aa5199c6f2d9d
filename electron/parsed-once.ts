/**
 * For what is parsed once in a run, the files of a start above all: zod otherwise writes and compiles a faster parser first,
 * which costs more than it saves there. It accepts and refuses the same.
 */
export const parsedOnce = { jitless: true } as const
