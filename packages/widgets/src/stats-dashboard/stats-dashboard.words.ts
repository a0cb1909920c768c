import { section } from '../shared/wording.js';

export const dashboardWords = section('dashboard', {
  label: 'Dashboard',
});
