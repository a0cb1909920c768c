import { section } from './wording.js';

export const definitionsWords = section('definitions', {
  button: (name: string) => (name ? `What the numbers mean: ${name}` : 'What the numbers mean'),
});
