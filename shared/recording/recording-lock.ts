/**
 * Name of the lock of the browser (Web Locks) that the recorder's page holds while its encoder runs. Any page of the same
 * origin can ask for it without the workstation, and with the page the lock is gone: it is what still tells whether
 * something is recorded when nobody answers.
 */
export const recordingLockName = 'videopriem-recording'
