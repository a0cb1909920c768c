import type { Definition } from '@inlay/sdk/contract';
import { section } from './wording.js';

const units: Record<Definition['unit'], string> = {
  count: 'A whole number',
  seconds: 'Time, counted in seconds',
  percent: 'Percent, from 0 to 100',
  ratio: 'A ratio, from 0 to 1',
  tokens: 'Tokens',
  usd: 'US dollars',
};

export const definitionsContentsWords = section('definitionsContents', {
  heading: 'What the numbers mean',
  none: 'Nothing is written about these numbers.',
  numerator: 'Numerator',
  denominator: 'Denominator',
  unit: 'Unit',
  excludes: 'Left out',
  units,
});
