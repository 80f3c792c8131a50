/** Names come from the portal: what they hold must not break a table, or steer the terminal. */
export const oneLine = (value: string): string => value.replace(/\p{Cc}+/gu, ' ');
