/** One act at a time for each key, a reception or a person: a second press waits for the first and is judged by the new state. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

export function makeTurns(): InTurn {
  const turns = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const turn = (turns.get(key) ?? Promise.resolve()).then(work, work)
    turns.set(
      key,
      turn.catch(() => undefined),
    )
    return turn
  }
}
