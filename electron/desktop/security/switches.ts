/**
 * Switches of Chromium by which whoever edits a shortcut looks into the program or has it believe what is not so. A
 * packaged program does not start with one; in a checkout they are tools of those who work on it. Not among them:
 * `allow-file-access-from-files`. Electron gives it to itself, every start would be refused; no page comes from a file.
 */
export const forbiddenSwitches = [
  // Another program drives our pages.
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  // Certificates and names are believed unasked, what is sent is written down in clear.
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'allow-insecure-localhost',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'host-resolver-rules',
  'host-rules',
  'ssl-key-log-file',
  'log-net-log',
  'net-log-capture-mode',
  // Pages are no longer kept apart.
  'disable-web-security',
  'disable-site-isolation-trials',
  'single-process',
  // Code of others in our processes.
  'load-extension',
  'disable-extensions-except',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  // A camera and a microphone that are none, a permission nobody gave.
  'use-fake-device-for-media-stream',
  'use-file-for-fake-audio-capture',
  'use-file-for-fake-video-capture',
  'use-fake-ui-for-media-stream',
  'auto-select-desktop-capture-source',
] as const

/** Those the program was started with. */
export const forbiddenOf = (hasSwitch: (name: string) => boolean): string[] => forbiddenSwitches.filter(hasSwitch)

/** What whoever started it reads. */
export const forbiddenWords = (names: readonly string[]): string =>
  [
    'Программа запущена с параметрами, которые снимают её защиту:',
    names.map(name => `--${name}`).join(', '),
    'Уберите их из ярлыка или задания и запустите программу снова. Ничего не открыто и не изменено.',
  ].join('\n')
