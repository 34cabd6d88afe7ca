import { type Static, Type } from 'typebox'

const Uuid = Type.String({ format: 'uuid' })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()])

/** The languages of the interface. */
export const Locale = Type.Union([Type.Literal('nb'), Type.Literal('nn'), Type.Literal('en')])

/** How the interface looks. */
export const Theme = Type.Union([Type.Literal('system'), Type.Literal('light'), Type.Literal('dark')])

/** A role that the person may use in this login. */
export const MembershipChoice = Type.Object({
  id: Uuid,
  organisationId: Uuid,
  organisationName: Type.String(),
  role: Type.String(),
})

/** Who is logged in, for whom, with what permissions, and how one logs in. */
export const SessionAnswer = Type.Object({
  person: orNull(Type.Object({ id: Uuid, name: Type.String(), email: orNull(Type.String()) })),
  organisation: orNull(Type.Object({ id: Uuid, name: Type.String(), kind: Type.String() })),
  memberships: Type.Array(MembershipChoice),
  role: orNull(Type.String()),
  permissions: Type.Array(Type.String()),
  locale: Locale,
  theme: Theme,
  csrfToken: orNull(Type.String()),
  providers: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  demo: Type.Boolean(),
  demoUsers: Type.Array(
    Type.Object({
      subject: Type.String(),
      name: Type.String(),
      role: Type.String(),
      organisation: Type.String(),
      provider: Type.String(),
    }),
  ),
  accessGivers: Type.Array(Type.Object({ organisation: Type.String(), administrator: Type.String() }), {
    description: 'For someone without a role: who can give one, in the organisations that the login represents',
  }),
})

/** What the person prefers; what is left out stays. */
export const PreferencesBody = Type.Object({ locale: Type.Optional(Locale), theme: Type.Optional(Theme) })

/** Which of one's roles to use. */
export const MembershipBody = Type.Object({ membershipId: Uuid })

/** Where to go to log out at the provider too; null when it has no such address. */
export const LogoutAnswer = Type.Object({ providerLogout: orNull(Type.String()) })

/** The session as the web holds it. */
export type Session = Static<typeof SessionAnswer>
