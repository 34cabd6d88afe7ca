import type { texts as nb } from './notices.nb.ts'

/** What people are told, in English. */
export const texts: typeof nb = {
  'letter-read': { title: '{title} has been read', body: 'Findings to check: {findings}. Unsure: {unsure}.' },
  'letter-failed': { title: '{name} could not be read', body: 'See under Letters what is wrong and what you can do.' },
  'commitment-withdrawn': {
    title: 'Withdrawn: {title}',
    body: 'The ministry has withdrawn the assignment in “{letter}”.',
  },
  'commitment-replaced': {
    title: 'Changed: {title}',
    body: 'The assignment is given anew in “{letter}”. You still own it.',
  },
  'commitment-assigned': {
    title: 'You are now responsible for {what}',
    body: '{by} made you the owner. See deadlines and status.',
  },
  'commitments-assigned': {
    title: 'You are now responsible for several commitments ({count})',
    body: '{by} made you the owner.',
  },
  'deadline-near': { title: 'Due {due}: {what}', body: '{what} is due on {due}. See its status and what remains.' },
  'deadline-today': {
    title: 'Due now: {what}',
    body: '{what} is due on {due}. Record the delivery when it has been sent.',
  },
  'deadline-owner': {
    title: 'Overdue: {what}',
    body: '{what} was due on {due}, and no delivery has been recorded. Record it, or give its status.',
  },
  'deadline-unit-leader': {
    title: 'A week overdue: {what}',
    body: '{what} in your unit was due on {due} and has not been delivered.',
  },
  'deadline-directorate-leaders': {
    title: 'Two weeks overdue: {what}',
    body: '{what} was due on {due}. Consider whether the ministry should be told of a material deviation.',
  },
  'deadlines-near': { title: '{count} deadlines are near', body: 'This is due soon:\n{list}' },
  'deadlines-over': { title: '{count} deadlines: {over} have passed', body: 'This is overdue or due soon:\n{list}' },
}
