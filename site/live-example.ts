import { defineAll } from '@inlay/widgets';
import { usual } from '../stories/scripts.ts';
import { StoryClient } from '../stories/story-client.ts';

const DELAY_MS = 250;

/** Elements at work in a page of the documents, with the numbers that the stories have. */
class LiveExample extends HTMLElement {
  connectedCallback() {
    const client = new StoryClient(usual, DELAY_MS);
    for (const provider of this.querySelectorAll('stats-provider, stats-dashboard')) {
      Object.assign(provider, { client });
    }
    this.addEventListener('inlay-navigate', (event) => event.preventDefault());
  }
}

defineAll();
customElements.define('live-example', LiveExample);
