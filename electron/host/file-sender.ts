import type send from 'send'

/**
 * `send`, loaded with the first file that is asked for: it brings a list of every type of file there is, and a start
 * would wait for it in both processes.
 */
export const fileSender = async (): Promise<typeof send> => (await import('send')).default
