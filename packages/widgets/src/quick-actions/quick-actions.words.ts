import { section } from '../shared/wording.js';

export const quickActionsWords = section('quickActions', {
  label: 'Quick actions',
  actions: {
    'add-phone': 'Add phone number',
    'create-agent': 'Create agent',
    'upload-document': 'Upload document',
  },
});
