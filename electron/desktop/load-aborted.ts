/** ERR_ABORTED of Chromium's net errors: a load that another one took the place of did not fail. */
export const loadAborted = -3
