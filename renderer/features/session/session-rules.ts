import type { ReceptionState } from '../../../shared/reception/state.ts'

type StepName = ReceptionState['step']['name']

const talking: readonly StepName[] = ['notifying', 'identifying', 'consulting']

export const isTalking = (step: StepName): boolean => talking.includes(step)

/** Somebody is waited for or talked to. */
export const isLive = (step: StepName): boolean => step === 'waiting' || isTalking(step)

/** «Прервать…» is in reach. */
export const mayInterrupt = (step: StepName): boolean => isLive(step) || step === 'connectionLost'

/** «Завершить…» is in reach: there was a talk that can end. */
export const mayFinish = (step: StepName): boolean => isTalking(step) || step === 'connectionLost'
