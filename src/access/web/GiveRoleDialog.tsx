import { Button, Select, TextField } from '@navikt/ds-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import { send } from '../../platform/web/api/ask.ts'
import { useRoleName } from '../../platform/web/i18n/role-name.ts'
import { useTexts } from '../../platform/web/i18n/texts.ts'
import { DateField } from '../../platform/web/parts/DateField.tsx'
import { Dialog } from '../../platform/web/parts/Dialog.tsx'
import { ProblemNotice } from '../../platform/web/parts/ProblemNotice.tsx'
import { type Members, membersQuery } from './queries.ts'
import { texts } from './texts.ts'

/** Whom a role is to be given to; null invites somebody new. */
export interface Receiver {
  readonly accountId: string
  readonly name: string
}

interface Wish {
  readonly name: string
  readonly email: string
  readonly organisationId: string
  readonly role: string
  readonly validTo: string
}

const giveRole = (receiver: Receiver | null, wish: Wish) => {
  const { name, email, validTo, ...gift } = wish
  const until = { validTo: validTo === '' ? null : validTo }
  return receiver === null
    ? send('POST', '/api/access/invitations', { ...gift, ...until, name, email })
    : send('POST', '/api/access/members', { ...gift, ...until, accountId: receiver.accountId })
}

/** Gives a role to someone who is known, or invites someone new by e-mail. Only the roles of the organisation chosen. */
export const GiveRoleDialog = (props: {
  ref: RefObject<HTMLDialogElement | null>
  receiver: Receiver | null
  organisations: Members['organisations']
}) => {
  const t = useTexts(texts)
  const roleName = useRoleName()
  const queryClient = useQueryClient()
  const { receiver, organisations } = props
  const empty: Wish = { name: '', email: '', organisationId: organisations[0]?.id ?? '', role: '', validTo: '' }
  const [wish, setWish] = useState(empty)
  const change = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }))
  const give = useMutation({
    mutationFn: () => giveRole(receiver, wish),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: membersQuery.queryKey })
      props.ref.current?.close()
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew for each receiver, not for each render
  useEffect(() => {
    setWish(empty)
    give.reset()
  }, [receiver])
  const roles = organisations.find((one) => one.id === wish.organisationId)?.roles ?? []
  const ready = wish.role !== '' && (receiver !== null || (wish.name.trim().length > 1 && wish.email.includes('@')))
  return (
    <Dialog
      ref={props.ref}
      title={receiver === null ? t('give.titleInvite') : t('give.titleFor', { name: receiver.name })}
      actions={
        <Button type="button" size="small" disabled={!ready} loading={give.isPending} onClick={() => give.mutate()}>
          {receiver === null ? t('give.inviteVerb') : t('give.giveVerb')}
        </Button>
      }
    >
      {give.isError ? <ProblemNotice error={give.error} /> : null}
      {receiver === null ? (
        <>
          <TextField
            size="small"
            label={t('give.name')}
            autoComplete="off"
            value={wish.name}
            onChange={(event) => change({ name: event.target.value })}
          />
          <TextField
            size="small"
            type="email"
            label={t('give.email')}
            description={t('give.emailHelp')}
            autoComplete="off"
            value={wish.email}
            onChange={(event) => change({ email: event.target.value })}
          />
        </>
      ) : null}
      {organisations.length > 1 ? (
        <Select
          size="small"
          label={t('give.organisation')}
          value={wish.organisationId}
          onChange={(event) => change({ organisationId: event.target.value, role: '' })}
        >
          {organisations.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      ) : null}
      <Select
        size="small"
        label={t('give.role')}
        value={wish.role}
        onChange={(event) => change({ role: event.target.value })}
      >
        <option value="">{t('give.choose')}</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {roleName(role)}
          </option>
        ))}
      </Select>
      <DateField
        label={t('give.validTo')}
        description={t('give.validToHelp')}
        value={wish.validTo}
        onChange={(validTo) => change({ validTo })}
      />
    </Dialog>
  )
}
