import { Button, Select, TextField } from '@navikt/ds-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import { send } from '../../platform/web/api/ask.ts'
import { useRoleName } from '../../platform/web/i18n/role-name.ts'
import { useTexts } from '../../platform/web/i18n/texts.ts'
import { DateField } from '../../platform/web/parts/DateField.tsx'
import { Dialog } from '../../platform/web/parts/Dialog.tsx'
import { ProblemNotice } from '../../platform/web/parts/ProblemNotice.tsx'
import { type Administration, membersKey } from './queries.ts'
import { texts } from './texts.ts'

/** Whom a role is to be given to; null invites somebody new. */
export interface Receiver {
  readonly accountId: string
  readonly name: string
}

interface GrantInput {
  readonly name: string
  readonly email: string
  readonly organisationId: string
  readonly role: string
  readonly validTo: string
}

const giveRole = (receiver: Receiver | null, input: GrantInput) => {
  const { name, email, validTo, ...grant } = input
  const until = { validTo: validTo === '' ? null : validTo }
  return receiver === null
    ? send('POST', '/api/access/invitations', { ...grant, ...until, name, email })
    : send('POST', '/api/access/members', { ...grant, ...until, accountId: receiver.accountId })
}

/** Gives a role to someone who is known, or invites someone new by e-mail. Only the roles of the organisation chosen. */
export const GiveRoleDialog = (props: {
  ref: RefObject<HTMLDialogElement | null>
  receiver: Receiver | null
  organisations: Administration['organisations']
}) => {
  const t = useTexts(texts)
  const roleName = useRoleName()
  const queryClient = useQueryClient()
  const { receiver, organisations } = props
  const empty: GrantInput = { name: '', email: '', organisationId: organisations[0]?.id ?? '', role: '', validTo: '' }
  const [input, setInput] = useState(empty)
  const change = (part: Partial<GrantInput>) => setInput((before) => ({ ...before, ...part }))
  const give = useMutation({
    mutationFn: () => giveRole(receiver, input),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: membersKey })
      props.ref.current?.close()
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew for each receiver, not for each render
  useEffect(() => {
    setInput(empty)
    give.reset()
  }, [receiver])
  const roles = organisations.find((one) => one.id === input.organisationId)?.roles ?? []
  const ready = input.role !== '' && (receiver !== null || (input.name.trim().length > 1 && input.email.includes('@')))
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
            value={input.name}
            onChange={(event) => change({ name: event.target.value })}
          />
          <TextField
            size="small"
            type="email"
            label={t('give.email')}
            description={t('give.emailHelp')}
            autoComplete="off"
            value={input.email}
            onChange={(event) => change({ email: event.target.value })}
          />
        </>
      ) : null}
      {organisations.length > 1 ? (
        <Select
          size="small"
          label={t('give.organisation')}
          value={input.organisationId}
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
        value={input.role}
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
        value={input.validTo}
        onChange={(validTo) => change({ validTo })}
      />
    </Dialog>
  )
}
