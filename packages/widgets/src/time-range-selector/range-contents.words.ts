import { section } from '../shared/wording.js';

export const rangeContentsWords = section('rangeContents', {
  presets: 'Presets',
  custom: 'Custom range',
  from: 'From',
  to: 'To',
  apply: 'Apply',
  needsBoth: 'Choose both dates.',
  reversed: (from: string, to: string) => `${from} is after ${to}. Swap the dates.`,
  outside: 'Choose dates from 1970 to 2199.',
});
