/** One act at a time per reception: a second press waits for the first and is then judged by the new state. */
export type InTurn = <T>(receptionId: string, work: () => Promise<T>) => Promise<T>

export function makeTurns(): InTurn {
  const turns = new Map<string, Promise<unknown>>()
  return (receptionId, work) => {
    const turn = (turns.get(receptionId) ?? Promise.resolve()).then(work, work)
    turns.set(
      receptionId,
      turn.catch(() => undefined),
    )
    return turn
  }
}
