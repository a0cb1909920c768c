import { section } from '../shared/wording.js';

export const todoStatusWords = section('todoStatus', {
  heading: 'To-dos',
  things: 'to-dos',
  total: 'Total',
  open: (count: string) => `${count} open`,
  byStatus: 'To-dos by status',
  status: 'Status',
  count: 'To-dos',
  share: 'Share',
  statuses: {
    pending: 'Pending',
    in_progress: 'In progress',
    completed: 'Completed',
    canceled: 'Canceled',
  },
});
