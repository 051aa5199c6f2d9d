import { type Policy, policyOfProfile } from '../../../shared/policy/policy.ts'
import { openLog } from '../log-file.ts'
import { StartFailure } from '../workstation-keeper.ts'
import { type ReadPolicyDeps, readPolicy } from './read-policy.ts'

interface PolicyOfStartDeps extends ReadPolicyDeps {
  readonly demonstration: boolean
  readonly logsDirectory: string
}

/**
 * The policy a program starts with. One that is refused ends the start, and is a line of the log: whoever is called
 * later did not see the message.
 */
export function policyOfStart({ demonstration, logsDirectory, ...deps }: PolicyOfStartDeps): Policy {
  try {
    return policyOfProfile(readPolicy(deps), { demonstration })
  } catch (error) {
    if (error instanceof StartFailure)
      openLog({ directory: logsDirectory, name: 'supervisor' }).error({ reason: error.message }, 'policy refused')
    throw error
  }
}
