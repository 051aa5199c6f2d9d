/** Where this program stands: the body it serves, the workplace, and the body's local time. */
export interface Place {
  readonly bodyId: string
  readonly workplaceId: string
  /** IANA name, «Asia/Novokuznetsk». */
  readonly timeZone: string
}
