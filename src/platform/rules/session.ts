import { type Static, Type } from 'typebox'
import { Id, Nullable, NullableText } from './shapes.ts'

/** The languages of the interface. */
export const Locale = Type.Union([Type.Literal('nb'), Type.Literal('nn'), Type.Literal('en')])

/** How the interface looks. */
export const Theme = Type.Union([Type.Literal('system'), Type.Literal('light'), Type.Literal('dark')])

/** A role that the person may use in this login. */
export const MembershipChoice = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  role: Type.String(),
})

/** Who is logged in, for whom, with what permissions, and how one logs in. */
export const SessionAnswer = Type.Object({
  person: Nullable(Type.Object({ id: Id, name: Type.String(), email: NullableText })),
  organisation: Nullable(Type.Object({ id: Id, name: Type.String(), kind: Type.String() })),
  memberships: Type.Array(MembershipChoice),
  role: NullableText,
  permissions: Type.Array(Type.String()),
  locale: Locale,
  theme: Theme,
  csrfToken: NullableText,
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
})

/** Who can give a role, in the organisations that the login represents. */
export const AccessGivers = Type.Object({
  givers: Type.Array(Type.Object({ organisation: Type.String(), administrator: Type.String() })),
})

/** What the person prefers; what is left out stays. */
export const PreferencesBody = Type.Object({ locale: Type.Optional(Locale), theme: Type.Optional(Theme) })

/** Which of one's roles to use. */
export const MembershipBody = Type.Object({ membershipId: Id })

/** Where to go to log out at the provider too; null when it has no such address. */
export const LogoutAnswer = Type.Object({ providerLogout: NullableText })

/** The session as the web holds it. */
export type Session = Static<typeof SessionAnswer>
