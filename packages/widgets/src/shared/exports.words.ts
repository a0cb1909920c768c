import { section } from './wording.js';

export const exportsWords = section('exports', {
  menu: (name: string) => (name ? `More: ${name}` : 'More'),
  figures: { figure: 'Figure', value: 'Value', before: 'Before', unit: 'Unit' },
  total: 'Total',
});
