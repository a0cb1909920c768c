import { peopleWords } from './people.words.js';

/** A contact's name, or what stands for it. */
export function contactName(row: {
  readonly contact_id: string | null;
  readonly contact_name: string | null;
}): string {
  const { unknown, unnamed } = peopleWords();
  return row.contact_name || (row.contact_id === null ? unknown : unnamed);
}
