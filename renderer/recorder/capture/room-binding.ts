/** Which reception the captured room was chosen for: a capture belongs to one reception and goes with it. */
export interface RoomBinding {
  /** The workstation names the reception that is open now; null = none. */
  tell(receptionId: string | null): void
  /** A person is asked for the room; to be called before the picker opens. */
  ask(): void
  /** The room asked for last was given. */
  give(): void
  /** There is no room any more. */
  drop(): void
  /** Null where there is no room, or no reception was open since it was chosen. */
  chosenFor(): string | null
  /** Another one for every room that was given; null where there is none. */
  choiceId(): string | null
  /** The room was chosen for a reception that is not the open one. */
  isForeign(): boolean
}

/**
 * A room chosen while no reception was open is meant for the next one that opens. What is chosen in a picker that was
 * opened for another reception counts as chosen for that one.
 */
export function makeRoomBinding(): RoomBinding {
  let open: string | null = null
  let askedFor: string | null = null
  let hasRoom = false
  let chosenFor: string | null = null
  let choiceId: string | null = null
  return {
    tell(receptionId) {
      open = receptionId
      if (hasRoom) chosenFor ??= receptionId
    },
    ask() {
      askedFor = open
    },
    give() {
      hasRoom = true
      choiceId = crypto.randomUUID()
      chosenFor = askedFor ?? open
    },
    drop() {
      hasRoom = false
      chosenFor = null
      choiceId = null
    },
    choiceId: () => choiceId,
    chosenFor: () => chosenFor,
    isForeign: () => chosenFor !== null && chosenFor !== open,
  }
}
