import { type FuseV1Config, FuseV1Options, FuseVersion } from '@electron/fuses'

/** A fuse of Electron's binary: a switch that no argument and no environment can turn back. */
interface Fuse {
  readonly on: boolean
  readonly why: string
}

/** All of them: a fuse that a newer @electron/fuses knows and this map does not is a type error. */
export const fuses: Readonly<Record<keyof typeof FuseV1Options, Fuse>> = {
  RunAsNode: {
    on: false,
    why: 'ELECTRON_RUN_AS_NODE would make a signed Node of us, with our rights; utilityProcess does not need it',
  },
  EnableCookieEncryption: { on: true, why: 'the cookies of the Telemost sign-in lie in the profile' },
  EnableNodeOptionsEnvironmentVariable: {
    on: false,
    why: 'NODE_OPTIONS and NODE_EXTRA_CA_CERTS would load code and trust certificates unasked',
  },
  EnableNodeCliInspectArguments: {
    on: false,
    why: '--inspect and SIGUSR1 would open the process that holds the database key',
  },
  EnableEmbeddedAsarIntegrityValidation: {
    on: true,
    why: 'a changed archive does not start (Windows and macOS; Linux has no such check, the package owns the file there)',
  },
  OnlyLoadAppFromAsar: { on: true, why: 'a folder «app» laid beside the archive must not run in its place' },
  LoadBrowserProcessSpecificV8Snapshot: { on: false, why: 'there is no snapshot of ours' },
  GrantFileProtocolExtraPrivileges: { on: false, why: 'pages come from app://, nothing is loaded from file://' },
}

/** The same as @electron/fuses and electron-builder take it. */
export const fuseConfig: FuseV1Config = {
  version: FuseVersion.V1,
  ...Object.fromEntries(
    (Object.keys(fuses) as (keyof typeof FuseV1Options)[]).map(name => [FuseV1Options[name], fuses[name].on]),
  ),
}
