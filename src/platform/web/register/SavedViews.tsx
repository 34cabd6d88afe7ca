import { Button, Checkbox, Select, TextField } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { SavedView } from '../../rules/saved-view-shapes.ts'
import { ask, send } from '../api/ask.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'

/** The same choice is the same view, in whatever order it was made. */
const sorted = (query: URLSearchParams): string => {
  const copy = new URLSearchParams(query)
  copy.sort()
  return String(copy)
}

type Draft = Pick<SavedView, 'name' | 'shared'> & { readonly of: SavedView | null }

const ViewDialog = (props: {
  page: string
  draft: Draft
  change: (draft: Draft | null) => void
  /** What stands in the address now. */
  query: string
  own: readonly SavedView[]
  done: () => Promise<void>
}) => {
  const t = useTexts(platformTexts)
  const { draft, change, own, page } = props
  const name = draft.name.trim()
  // The name of one that is there already: that one gets what is chosen now.
  const replaced = draft.of === null ? own.find((view) => view.name === name) : undefined
  const write = useMutation({
    mutationFn: (verb: 'save' | 'remove') => {
      if (verb === 'remove') return send('DELETE', `/api/saved-views/${draft.of?.id}`)
      const view = { name, shared: draft.shared, query: draft.of?.query ?? props.query }
      const id = (draft.of ?? replaced)?.id
      return id === undefined
        ? send('POST', '/api/saved-views', { page, ...view })
        : send('PUT', `/api/saved-views/${id}`, view)
    },
    onSuccess: async () => {
      await props.done()
      change(null)
    },
  })
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <Dialog
      ref={dialog}
      title={t(draft.of === null ? 'views.saveTitle' : 'views.changeTitle')}
      closeLabel={t('dialog.cancel')}
      onClose={() => change(null)}
      actions={
        <>
          <Button
            type="button"
            size="small"
            disabled={name === ''}
            loading={write.isPending && write.variables === 'save'}
            onClick={() => write.mutate('save')}
          >
            {t(replaced === undefined ? 'views.save' : 'views.replace')}
          </Button>
          {draft.of === null ? null : (
            <Button
              type="button"
              size="small"
              variant="secondary"
              loading={write.isPending && write.variables === 'remove'}
              onClick={() => write.mutate('remove')}
            >
              {t('views.remove')}
            </Button>
          )}
        </>
      }
    >
      {write.isError ? <ProblemNotice error={write.error} /> : null}
      <TextField
        size="small"
        label={t('views.name')}
        maxLength={60}
        autoComplete="off"
        value={draft.name}
        onChange={(event) => change({ ...draft, name: event.target.value })}
      />
      <Checkbox
        size="small"
        checked={draft.shared}
        onChange={(event) => change({ ...draft, shared: event.target.checked })}
      >
        {t('views.shared')}
      </Checkbox>
    </Dialog>
  )
}

/** The kept views of a page’s list: to choose one, keep what is chosen now, and change or remove one’s own. */
export const SavedViews = ({ page }: { page: string }) => {
  const t = useTexts(platformTexts)
  const client = useQueryClient()
  const [params, setParams] = useSearchParams()
  const [draft, setDraft] = useState<Draft | null>(null)
  const queryKey = ['saved-views', page]
  const { data } = useQuery({
    queryKey,
    queryFn: () => ask<{ views: SavedView[] }>('/api/saved-views', { page }),
    staleTime: 60_000,
  })
  const views = data?.views ?? []
  const own = views.filter((view) => view.own)
  const query = sorted(params)
  const chosen = views.find((view) => view.query === query)
  const group = (label: string, members: readonly SavedView[]) =>
    members.length === 0 ? null : (
      <optgroup label={label}>
        {members.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </optgroup>
    )
  return (
    <>
      {views.length === 0 ? null : (
        <Select
          size="small"
          label={t('views.label')}
          className="ff-filter"
          value={chosen?.id ?? ''}
          onChange={({ target }) => {
            const view = views.find(({ id }) => id === target.value)
            setParams(new URLSearchParams(view?.query ?? ''), { replace: true })
          }}
        >
          <option value="">{t('views.none')}</option>
          {group(t('views.own'), own)}
          {group(
            t('views.others'),
            views.filter((view) => !view.own),
          )}
        </Select>
      )}
      {chosen?.own ? (
        <Button size="xsmall" variant="tertiary" onClick={() => setDraft({ ...chosen, of: chosen })}>
          {t('views.change')}
        </Button>
      ) : null}
      {chosen === undefined && query !== '' ? (
        <Button size="xsmall" variant="tertiary" onClick={() => setDraft({ name: '', shared: false, of: null })}>
          {t('views.keep')}
        </Button>
      ) : null}
      {draft === null ? null : (
        <ViewDialog
          page={page}
          draft={draft}
          change={setDraft}
          query={query}
          own={own}
          done={() => client.invalidateQueries({ queryKey })}
        />
      )}
    </>
  )
}
