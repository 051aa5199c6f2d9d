/** Names of the messages between the preload and Electron's main process; nothing else may be sent or heard. */
export const channels = {
  /** page → main: a port is wanted (PageDoor). */
  connect: 'workstation:connect',
  /** main → page: the port, with its door (PageDoor). */
  port: 'workstation:port',
  /** main → page: the workstation is gone. */
  gone: 'workstation:gone',
  /** page → main: open the room (address). */
  roomOpen: 'room:open',
  /** page → main: where the room stands (RoomRectangle or null). */
  roomPlace: 'room:place',
  roomLeave: 'room:leave',
  roomFocus: 'room:focus',
  /** page → main: the desk comes to the front and has the keyboard. */
  deskToFront: 'desk:to-front',
  /** page → main: whoever hears of failures is there: what nobody took yet is told. */
  roomFailureAsked: 'room:failure-asked',
  /** page → main: the workstation knows of the failure. */
  roomFailureTold: 'room:failure-told',
  /** main → page: what befell the page of the room (RoomFailure). */
  roomFailed: 'room:failed',
  /** main → page: a key of the session (SessionKeyPress). */
  sessionKey: 'room:session-key',
} as const
