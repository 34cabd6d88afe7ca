import type { Role } from '../rules/roles.ts'

/** What Fotfeste is for each role, in English: the first line of the front page. */
export const texts: {
  readonly leads: Readonly<Record<Role, string>>
  readonly news: string
  readonly allNews: string
} = {
  leads: {
    caseworker: 'Here you follow up what your unit owes the ministry: deadlines, status and deliveries.',
    controller:
      'Here you read in the ministry’s letters, assign responsibility and see how it all stands, up to the annual report.',
    leader: 'Here you see what is red, late or without an owner, and who has what.',
    administrator: 'Here you give roles to those who are to use Fotfeste, and end them.',
    'privacy-officer': 'Here you see who has viewed whose data, and what has been changed.',
    'ministry-contact': 'Here you see how the directorate stands with what the ministry has asked for.',
    'refugee-service':
      'Here the municipality answers the directorate. Settlement and qualification are not in use here yet.',
    'county-governor-adviser':
      'Here the county governor follows the municipalities. Supervision is not in use here yet.',
    'reception-centre-staff':
      'Here the reception centre reports to the directorate. Settlement is not in use here yet.',
    'organisation-applicant': 'Here the organisation applies for grants and reports. Grants are not in use here yet.',
    interpreter:
      'Here you keep your entry in the register of interpreters up to date. The register is not in use here yet.',
    'public-person': 'Here you see what is registered about you, and who has viewed it.',
  },
  news: 'New for you',
  allNews: 'All notifications',
}
