import type { ReceptionState } from '../../../shared/reception/state.ts'

type StepName = ReceptionState['step']['name']

const talking: readonly StepName[] = ['notifying', 'identifying', 'consulting']

/** Somebody is waited for or talked to. */
export const isLive = (step: StepName): boolean => step === 'waiting' || talking.includes(step)

/** «Прервать…» is in reach. */
export const mayInterrupt = (step: StepName): boolean => isLive(step) || step === 'connectionLost'

/** «Завершить…» is in reach: there was a talk that can end. */
export const mayFinish = (step: StepName): boolean => talking.includes(step) || step === 'connectionLost'
