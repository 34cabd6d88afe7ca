import { type ComponentType, lazy } from 'react'
import type { Locale } from '../../rules/locale.ts'
import type { FrontPageBlock, WebPart } from '../module.ts'

const loaded = new Map<string, ComponentType>()

/** A block's component, loaded with its part's texts on first use, and the same one every time. */
export const lazyBlock = (part: WebPart, block: FrontPageBlock, locale: Locale): ComponentType => {
  const key = `${part.texts.id}/${block.id}`
  const known = loaded.get(key)
  if (known !== undefined) return known
  const Shown = lazy(async () => {
    const [Component] = await Promise.all([block.load(), part.texts.load(locale)])
    return { default: Component }
  })
  loaded.set(key, Shown)
  return Shown
}
