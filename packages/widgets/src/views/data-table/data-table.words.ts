import { section } from '../../shared/wording.js';

export const tableWords = section('table', {
  showAll: (count: string) => `Show all ${count}`,
  showFewer: (count: string) => `Show first ${count}`,
  viewTable: 'View as table',
  viewChart: 'View as chart',
});
