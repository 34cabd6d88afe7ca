import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { useShortcut } from '../frame/shortcuts.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'

/** A step on the way to the page. */
export interface Crumb {
  readonly to: string
  readonly words: string
}

/** The navigation whose heading has had the focus; a page drawn again must not take it a second time. */
let focusedFor = 'default'

const useFocusOnArrival = () => {
  const heading = useRef<HTMLHeadingElement>(null)
  const { key, pathname } = useLocation()
  const shown = useRef('')
  useEffect(() => {
    const samePage = shown.current === pathname
    shown.current = pathname
    if (key === 'default' || key === focusedFor) return
    focusedFor = key
    if (!samePage) heading.current?.focus({ preventScroll: true })
  }, [key, pathname])
  return heading
}

/**
 * A page: the heading says what it answers, the lead what it is for. Sets the title of the window, moves the focus
 * to the heading after a move between pages (not when only the search part of the address changes), and goes to the
 * last breadcrumb on Escape.
 */
export const Page = (props: {
  title: string
  /** Shown before the heading, where the heading alone does not say what it is: a code, a kind. */
  kicker?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  breadcrumbs?: readonly Crumb[]
  /** Where Escape leads on a page that shows no breadcrumbs. */
  back?: string | undefined
  /** Reading width for pages of text. */
  narrow?: boolean
  children: ReactNode
}) => {
  const t = useTexts(platformTexts)
  const navigate = useNavigate()
  const heading = useFocusOnArrival()
  const parent = props.back ?? props.breadcrumbs?.at(-1)?.to

  useEffect(() => {
    document.title = `${props.title} – Fotfeste`
  }, [props.title])
  useShortcut(
    'Escape',
    () => {
      if (parent !== undefined) navigate(parent)
    },
    parent === undefined ? null : undefined,
  )

  return (
    <div className={props.narrow ? 'ff-page ff-page--narrow' : 'ff-page'}>
      {props.breadcrumbs !== undefined && props.breadcrumbs.length > 0 ? (
        <nav aria-label={t('page.breadcrumbs')}>
          <ol className="ff-plain-list ff-crumbs">
            {props.breadcrumbs.map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to}>{crumb.words}</Link>
              </li>
            ))}
            <li aria-current="page">{props.title}</li>
          </ol>
        </nav>
      ) : null}
      <div className="ff-page__head">
        <div>
          {props.kicker === undefined ? null : <p className="ff-page__kicker">{props.kicker}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {props.title}
          </h1>
          {props.lead === undefined ? null : <p className="ff-page__lead">{props.lead}</p>}
        </div>
        {props.actions === undefined ? null : <div className="ff-page__actions">{props.actions}</div>}
      </div>
      {props.children}
    </div>
  )
}
