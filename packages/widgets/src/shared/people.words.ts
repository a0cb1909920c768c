import { section } from './wording.js';

export const peopleWords = section('people', {
  unknown: 'Unknown contact',
  unnamed: 'Unnamed contact',
});
