/** For `ilike`: what a person wrote, anywhere in the text, and nothing in it means more than itself. */
export const containing = (text: string): string => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`
