import type { ChunkFrame } from '../../../shared/recording/chunk-frame.ts'
import type { FromRecorder, RecorderStatus } from '../../../shared/recording/recorder-link.ts'
import { recorderSettings } from '../../../shared/recording/settings.ts'
import type { Clock } from '../../clock.ts'
import { alarmAfterMs } from './alarms.ts'
import { type Hello, makePageLink, type PageLink } from './page-link.ts'
import type { RecorderConnection } from './recorder-connection.ts'
import { afterStatus, noSources, type SourceFacts } from './source-facts.ts'

/** A recorder page that has said hello. */
export interface RecorderPage {
  readonly pageId: string
  readonly link: PageLink
  readonly hello: Hello
  /** Monotonic milliseconds of its last word. */
  lastHeardAtMs: number
  sources: SourceFacts
}

export type PageMessage = Exclude<FromRecorder, Hello | RecorderStatus>

/** The one recorder page: a newcomer replaces it, unless it is at work and well. */
export interface RecorderPages {
  connect(connection: RecorderConnection): void
  /** The page with an open link. */
  current(): RecorderPage | null
  /** The latest page, its link open or not: its last report still tells how things stood. */
  latest(): RecorderPage | null
  /** Monotonic milliseconds since when there is no link; null while there is one or there never was. */
  linkLostAtMs(): number | null
  /** Ends the link of a page that says nothing any more: it counts as lost since its last word. */
  giveUp(): void
  close(): void
}

export interface RecorderPagesDeps {
  readonly clock: Clock
  /** Whether the present page records, and the newcomer holds nothing of it. */
  readonly isAtWork: (newcomer: Hello) => boolean
  /** `wasWell`: the page before was still there and spoke when this one came. */
  readonly onHello: (page: RecorderPage, wasWell: boolean) => void
  readonly onStatus: (page: RecorderPage, status: RecorderStatus) => void
  readonly onMessage: (page: RecorderPage, message: PageMessage) => void
  readonly onChunk: (chunk: ChunkFrame) => void
  readonly onLost: () => void
  readonly onNonsense: (what: string) => void
}

export function makeRecorderPages(deps: RecorderPagesDeps): RecorderPages {
  const { clock } = deps
  const links = new Set<PageLink>()
  let page: RecorderPage | null = null
  let lostAtMs: number | null = null

  const isWell = (candidate: RecorderPage): boolean =>
    candidate.link.isOpen() && clock.monotonicMs() - candidate.lastHeardAtMs < alarmAfterMs.linkSilent

  function welcome(link: PageLink, hello: Hello): void {
    const before = page
    const wasWell = before !== null && isWell(before)
    if (before && before.pageId !== hello.pageId && wasWell && deps.isAtWork(hello)) {
      link.send({ kind: 'refused', detail: 'another recorder page is recording' })
      drop(link)
      return
    }
    if (before && before.link !== link) {
      if (before.pageId !== hello.pageId) before.link.send({ kind: 'replaced' })
      drop(before.link)
    }
    const isSamePage = before?.pageId === hello.pageId
    const nowMs = clock.monotonicMs()
    page = {
      pageId: hello.pageId,
      link,
      hello,
      lastHeardAtMs: nowMs,
      sources: isSamePage ? before.sources : noSources(nowMs),
    }
    lostAtMs = null
    deps.onHello(page, wasWell)
  }

  function drop(link: PageLink): void {
    links.delete(link)
    link.close()
  }

  return {
    connect(connection) {
      const link: PageLink = makePageLink(connection, {
        onMessage(message) {
          if (message.kind === 'hello') return welcome(link, message)
          if (page?.link !== link) return deps.onNonsense('message before hello')
          page.lastHeardAtMs = clock.monotonicMs()
          if (message.kind !== 'status') return deps.onMessage(page, message)
          page.sources = afterStatus(page.sources, message, page.lastHeardAtMs, recorderSettings.heldLimitBytes)
          deps.onStatus(page, message)
        },
        onChunk(chunk) {
          if (page?.link !== link) return deps.onNonsense('chunk before hello')
          page.lastHeardAtMs = clock.monotonicMs()
          deps.onChunk(chunk)
        },
        onNonsense: deps.onNonsense,
        onClosed() {
          links.delete(link)
          if (page?.link !== link) return
          lostAtMs = clock.monotonicMs()
          deps.onLost()
        },
      })
      links.add(link)
    },
    current: () => (page?.link.isOpen() ? page : null),
    latest: () => page,
    linkLostAtMs: () => lostAtMs,
    giveUp() {
      if (!page?.link.isOpen()) return
      lostAtMs = page.lastHeardAtMs
      drop(page.link)
      deps.onLost()
    },
    close() {
      for (const link of links) link.close()
      links.clear()
    },
  }
}
