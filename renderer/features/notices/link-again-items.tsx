/** Placeholder until the call is there. */
export function LinkAgainItems(_of: { receptionId: string; applicationId: string }) {
  return null
}
