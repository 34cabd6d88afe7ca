/** Texts of the notices in bokmål; gives the codes. */
export const texts = { 'trial-asked': { title: 'Du er spurt om {title}', body: 'Svar før fristen.' } }
