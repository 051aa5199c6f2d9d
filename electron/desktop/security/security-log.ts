/** Where refusals are told: codes, schemes and hosts, never a path, a query or a name (pino fits). */
export interface SecurityLog {
  warn(facts: Readonly<Record<string, string | number | boolean | null>>, message: string): void
}
