import { section } from './wording.js';

export const exportFilesWords = section('exportFiles', {
  csv: 'Download CSV',
  image: 'Download image',
  from: 'From',
  to: 'To',
  timezone: 'Time zone',
  scope: 'Scope',
  scopes: { organization: 'Organization', scoped: 'Own and team' },
});
