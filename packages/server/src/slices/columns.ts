import { sql } from '../store/sql.js';

/** What a phone is called: its label, else its number, else its id. Needs `phones` in the FROM. */
export const phoneLabel = sql`COALESCE(phones.label, phones.number, phones.id)`;

/** Epoch ms as they go out. */
export const instant = (ms: number): string => new Date(ms).toISOString();
