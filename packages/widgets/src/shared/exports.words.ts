import { section } from './wording.js';

export const exportsWords = section('exports', {
  menu: (name: string) => (name ? `More: ${name}` : 'More'),
  csv: 'Download CSV',
  image: 'Download image',
  from: 'From',
  to: 'To',
  timezone: 'Time zone',
  scope: 'Scope',
  scopes: { organization: 'Organization', scoped: 'Own and team' },
  figures: { figure: 'Figure', value: 'Value', before: 'Before', unit: 'Unit' },
  total: 'Total',
});
