import { NavLink } from 'react-router'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { texts } from './texts.ts'

const views = [
  ['/register', 'list'],
  ['/goals', 'goals'],
  ['/owners', 'owners'],
  ['/reporting-form', 'form'],
] as const

/** The ways to look at the register. */
export const RegisterTabs = () => {
  const t = useTexts(texts)
  return (
    <nav aria-label={t('nav.label')} className="ff-reg-tabs">
      {views.map(([to, key]) => (
        <NavLink key={to} to={to}>
          {t(`nav.${key}`)}
        </NavLink>
      ))}
    </nav>
  )
}
