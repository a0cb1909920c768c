import * as states from './states.js';

export default {
  ...states.storiesOf('quick-actions'),
  title: 'Page/Quick actions',
};

/** Buttons: the host hears of a choice by `inlay-navigate`. */
export const Ready = states.ready();

/** Links to the host's pages. */
export const Links = states.ready({
  args: {
    'add-phone-href': '/settings/phones/new',
    'create-agent-href': '/agents/new',
    'upload-document-href': '/documents/upload',
  },
});

/** A choice of actions, in an order of the host's own. */
export const Two = states.ready({
  args: { actions: 'upload-document add-phone' },
});

export const Narrow = states.narrow();
export const Dark = states.dark();
export const RightToLeft = states.rightToLeft();
