import { readFileSync } from 'node:fs'
import * as z from 'zod'

/** A host by name, or everything below one. */
export const HostName = z
  .string()
  .max(253)
  .regex(
    /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/,
    'a plain lower-case host name, «*.» in front for everything below it',
  )
  // «*.ru» or «yandex» would be no list any more.
  .refine(name => !name.startsWith('*.') || name.split('.').length >= 4, 'too wide')
const HostList = z.array(HostName).min(1)

/** What a room may ever be given; a name outside this list in the file is an error, not a grant. */
const grantable = ['media', 'display-capture', 'fullscreen', 'speaker-selection', 'clipboard-sanitized-write'] as const

const TelemostHostsFile = z
  .strictObject({
    source: z.string().min(1),
    mark: z.string().min(1),
    hosts: z.strictObject({
      page: HostList,
      bundles: HostList,
      signIn: HostList,
      pictures: HostList,
      api: HostList,
      media: HostList,
      chat: HostList,
    }),
    /** Those of them the equipment check asks whether they answer. */
    probed: HostList,
    /** For the technician's firewall; WebRTC does not pass the request filter. */
    firewall: z.array(
      z.strictObject({
        host: HostName,
        port: z.int().min(1).max(65_535),
        transport: z.array(z.enum(['udp', 'tcp'])).min(1),
      }),
    ),
    permissions: z.strictObject({
      granted: z.array(z.enum(grantable)),
      refused: z.array(z.strictObject({ permission: z.string().min(1), why: z.string().min(1) })),
    }),
  })
  .refine(
    ({ hosts, probed }) => probed.every(host => !host.startsWith('*.') && Object.values(hosts).flat().includes(host)),
    'what is probed is one of the hosts, by its name',
  )
export type TelemostHosts = z.infer<typeof TelemostHostsFile>

/** resources/telemost/hosts.json: the one list of what Telemost needs. Throws where anything is not what it should be. */
export const readTelemostHosts = (file: string): TelemostHosts =>
  TelemostHostsFile.parse(JSON.parse(readFileSync(file, 'utf8')))

/** Where the list lies inside the resources. */
export const telemostHostsPath = 'telemost/hosts.json'
