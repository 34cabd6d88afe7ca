import { type ComponentType, Suspense, useMemo } from 'react'
import { pageTexts } from '../i18n/pages.ts'
import { currentLocale, useTexts } from '../i18n/texts.ts'
import type { FrontPageBlock } from '../module.ts'
import { useModules } from '../modules.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Loading } from '../parts/Loading.tsx'
import { lazyBlock } from '../parts/lazy-block.ts'
import { Page } from '../parts/Page.tsx'
import { maySee, type Session, useSession } from '../session/session.ts'

interface Loaded extends FrontPageBlock {
  readonly Shown: ComponentType
}

const greetingKey = (hour: number) =>
  hour < 5 ? 'front.night' : hour < 10 ? 'front.morning' : hour < 18 ? 'front.day' : 'front.evening'

/** For someone who has logged in and has no role: who can give one. */
const WithoutRole = ({ givers }: { givers: Session['accessGivers'] }) => {
  const t = useTexts(pageTexts)
  if (givers.length === 0) return <EmptyState title={t('front.noRoleTitle')}>{t('front.noGivers')}</EmptyState>
  return (
    <EmptyState title={t('front.noRoleTitle')}>
      <p>{t('front.noRole')}</p>
      <ul>
        {givers.map((giver) => (
          <li key={giver.organisation + giver.administrator}>
            {giver.administrator}, {giver.organisation}
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}

/** The front page: a greeting and the blocks of the modules that this person may see, first what awaits. */
export const FrontPage = () => {
  const t = useTexts(pageTexts)
  const session = useSession()
  const modules = useModules()
  const blocks = useMemo(
    () =>
      modules
        .flatMap((module) =>
          module.frontPageBlocks
            .filter((block) => maySee(session, block.access))
            .map((block): Loaded => ({ ...block, Shown: lazyBlock(module, block, currentLocale()) })),
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
      {session.role === null ? <WithoutRole givers={session.accessGivers} /> : null}
      {session.role !== null && blocks.length === 0 ? <p>{t('front.nothing')}</p> : null}
      <div className={side.length > 0 ? 'ff-columns' : 'ff-stack'}>
        <div className="ff-stack">{column('wide')}</div>
        {side.length > 0 ? <div className="ff-stack">{side}</div> : null}
      </div>
    </Page>
  )
}
