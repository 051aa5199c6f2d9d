import { Notifications } from '@mantine/notifications'

/** Where short messages appear. Its code is fetched behind the first picture: what was said meanwhile waits for it. */
export const NoticesOutlet = () => <Notifications position="bottom-right" />
