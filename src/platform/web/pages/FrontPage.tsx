import { type ComponentType, Suspense, useMemo } from 'react'
import { pageTexts } from '../i18n/pages.ts'
import { currentLocale, useTexts } from '../i18n/texts.ts'
import type { FrontPageBlock } from '../module.ts'
import { useModules } from '../modules.ts'
import { Loading } from '../parts/Loading.tsx'
import { lazyBlock } from '../parts/lazy-block.ts'
import { Page } from '../parts/Page.tsx'
import { maySee, useSession } from '../session/session.ts'

interface Loaded extends FrontPageBlock {
  readonly Shown: ComponentType
}

const greetingKey = (hour: number) =>
  hour < 5 ? 'front.night' : hour < 10 ? 'front.morning' : hour < 18 ? 'front.day' : 'front.evening'

/** The front page: a greeting and the blocks of the modules that this person may see, first what awaits. */
export const FrontPage = () => {
  const t = useTexts(pageTexts)
  const session = useSession()
  const modules = useModules()
  const blocks = useMemo(
    () =>
      modules
        .flatMap((module) => module.parts)
        .flatMap((part) =>
          part.frontPageBlocks
            .filter((block) => maySee(session, block.access) && (block.when?.(session) ?? true))
            .map((block): Loaded => ({ ...block, Shown: lazyBlock(part, block, currentLocale()) })),
        )
        .sort((a, b) => a.order - b.order),
    [modules, session],
  )
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Oslo' }).format(new Date()),
  )
  const name = session.person?.name.split(' ')[0] ?? ''
  const column = (place: FrontPageBlock['place']) =>
    blocks
      .filter((block) => block.place === place)
      .map(({ id, Shown }) => (
        <Suspense key={id} fallback={<Loading lines={4} />}>
          <Shown />
        </Suspense>
      ))
  const side = column('side')
  return (
    <Page title={t(greetingKey(hour), { name })}>
      {blocks.length === 0 ? <p>{t('front.nothing')}</p> : null}
      <div className={side.length > 0 ? 'ff-columns' : 'ff-stack'}>
        <div className="ff-stack">{column('wide')}</div>
        {side.length > 0 ? <div className="ff-stack">{side}</div> : null}
      </div>
    </Page>
  )
}
