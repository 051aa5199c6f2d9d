/** A window of our own browser instance. */
export interface BrowserWindowRequest {
  /** Of a file that opens the page (opening-page.ts): no secret may be among the arguments of a process. */
  readonly link: string
  /** The instance's own profile: the room must be a tab of the same instance, or it cannot be captured. */
  readonly browserProfile: string
  /** The profile is new: nobody has chosen a size yet. */
  readonly firstOpening: boolean
  readonly rootOnLinux: boolean
}

/** Arguments that open one application window; a second call reaches the running instance of the same profile. */
export function browserArguments({ link, browserProfile, firstOpening, rootOnLinux }: BrowserWindowRequest): string[] {
  return [
    `--user-data-dir=${browserProfile}`,
    `--app=${link}`,
    // Later openings keep the size the person gave the window; the recorder page makes itself small.
    ...(firstOpening ? ['--window-size=1366,768'] : []),
    '--lang=ru',
    '--no-first-run',
    '--no-default-browser-check',
    // A workstation on a closed network has nothing to fetch; every attempt is a line in somebody's firewall log.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
    // The picture of a covered room must go on moving: it is being recorded.
    '--disable-backgrounding-occluded-windows',
    // No question about a keyring: nothing is kept in this profile.
    '--password-store=basic',
    ...rootArguments(rootOnLinux),
  ]
}

/** Chromium refuses to start its sandbox as root. Nobody should work as root; test machines and kiosks do. */
export const rootArguments = (rootOnLinux: boolean): string[] => (rootOnLinux ? ['--no-sandbox'] : [])

/**
 * Settings of a new browser profile: dictionaries are not downloaded, and what is typed into forms (personal data) is
 * not remembered by the browser.
 */
export const browserPreferences = {
  browser: { enable_spellchecking: false },
  spellcheck: { dictionaries: [], dictionary: '' },
  translate: { enabled: false },
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  search: { suggest_enabled: false },
  // After a crash the start link opens the window; a restored one would only ask a question.
  session: { restore_on_startup: 5 },
} as const
