import { section } from '../shared/wording.js';

export const rangeSelectorWords = section('rangeSelector', { label: 'Time range' });
